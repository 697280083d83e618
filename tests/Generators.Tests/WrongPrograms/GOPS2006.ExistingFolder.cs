namespace Home;

[App<Ns.Media>(Existing = "app")]
public sealed class Sonarr : FluxApp
{
    public override Map<string> Substitute => new() { ["HOST"] = "sonarr" };

    public override ManifestList Manifests => [];
}
//// file apps/media/sonarr/app/kustomization.yaml
kind: Kustomization
resources:
  - ./config.yaml
//// file apps/media/sonarr/app/config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: config
data:
  host: "[|${HOST:?missing}|].${SECRET_DOMAIN}"
//// right file apps/media/sonarr/app/config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: config
data:
  host: "${HOST:-missing}.${SECRET_DOMAIN}"
