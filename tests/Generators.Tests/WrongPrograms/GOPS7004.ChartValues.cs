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
                Values = new WebValues { AdminPassword = [|"hunter22"|] },
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
                Values = new WebValues { AdminPassword = ClusterSecrets.SecretDomain },
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
    "adminPassword": { "type": "string" }
  }
}
