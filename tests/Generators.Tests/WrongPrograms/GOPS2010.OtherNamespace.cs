namespace Home;

[App<Ns.Media>, [|SubstituteFrom<Settings>|]]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [new ConfigMap { Data = new() { ["zone"] = "in " + Settings.Zone } }];
}
//// file flux/settings.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: flux-system
data:
  ZONE: home
//// right file flux/settings.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: media
data:
  ZONE: home
