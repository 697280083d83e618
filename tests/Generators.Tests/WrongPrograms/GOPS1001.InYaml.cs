namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [];
}
//// file apps/database/postgres/ks.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: postgres
spec:
  path: ./kubernetes/apps/database/postgres/app
  dependsOn:
    - name: [|sonar|]
      namespace: media
//// right file apps/database/postgres/ks.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: postgres
spec:
  path: ./kubernetes/apps/database/postgres/app
  dependsOn:
    - name: sonarr
      namespace: media
//// file apps/database/postgres/app/x.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: x
