namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new HelmRelease
        {
            Spec = new()
            {
                Interval = "1h",
                ChartRef = new() { Kind = "OCIRepository", Name = "app" },
                Values = new WebValues { Image = new() { Repository = "ghcr.io/me/web", Tag = [|"latest"|] } },
            },
        },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new HelmRelease
        {
            Spec = new()
            {
                Interval = "1h",
                ChartRef = new() { Kind = "OCIRepository", Name = "app" },
                Values = new WebValues { Image = new() { Repository = "ghcr.io/me/web", Tag = "1.4.2" } },
            },
        },
    ];
}
//// beside charts/web/values.schema.json
{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "type": "object",
  "additionalProperties": false,
  "properties": {
    "image": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "repository": { "type": "string" },
        "tag": { "type": "string" },
        "digest": { "type": "string" }
      }
    }
  }
}
