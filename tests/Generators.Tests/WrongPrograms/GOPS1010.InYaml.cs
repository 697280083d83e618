namespace Home;

[App<Ns.Media>, [|DependsOn<Ks.Storage.Rook>|]]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [];
}
//// file apps/storage/rook/ks.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: rook
spec:
  path: ./kubernetes/apps/storage/rook/app
  suspend: true
//// right file apps/storage/rook/ks.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: rook
spec:
  path: ./kubernetes/apps/storage/rook/app
  suspend: false
