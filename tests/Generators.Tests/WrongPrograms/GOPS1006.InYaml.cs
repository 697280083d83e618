namespace Home;

[[|App<Ns.Media>|]]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [];
}
//// right
namespace Home;

[App<Ns.Media>(Name = "sonarr-4k")]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [];
}
//// file apps/media/other/ks.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: sonarr
spec:
  path: ./kubernetes/apps/media/other/app
//// file apps/media/other/app/x.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: x
