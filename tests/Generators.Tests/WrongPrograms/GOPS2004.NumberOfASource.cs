namespace Home;

[App<Ns.Media>, SubstituteFrom<Settings>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [new ConfigMap { Data = new() { ["port"] = [|Settings.Port|], ["zone"] = Settings.Zone } }];
}
//// right
namespace Home;

[App<Ns.Media>, SubstituteFrom<Settings>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [new ConfigMap { Data = new() { ["port"] = ":" + Settings.Port, ["zone"] = Settings.Zone } }];
}
//// file flux/settings.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  PORT: "8080"
  ZONE: home
