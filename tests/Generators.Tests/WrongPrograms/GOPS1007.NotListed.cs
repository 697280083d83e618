namespace Home;

[App<Ns.Media>, [|DependsOn<Ks.Storage.Rook>|]]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [];
}
//// file apps/storage/kustomization.yaml
kind: Kustomization
namespace: storage
resources:
  - ./minio/ks.yaml
  # - ./rook/ks.yaml
//// right file apps/storage/kustomization.yaml
kind: Kustomization
namespace: storage
resources:
  - ./minio/ks.yaml
  - ./rook/ks.yaml
//// file apps/storage/rook/ks.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: rook
spec:
  path: ./kubernetes/apps/storage/rook/app
