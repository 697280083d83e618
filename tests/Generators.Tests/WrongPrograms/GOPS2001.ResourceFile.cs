namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        Files.Beside("resources/values.yaml"),
    ];
}
//// beside resources/values.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: config
data:
  host: "[|${TYPO}|].${SECRET_DOMAIN}"
//// right beside resources/values.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: config
data:
  host: "x.${SECRET_DOMAIN}"
