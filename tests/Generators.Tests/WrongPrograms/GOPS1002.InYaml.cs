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
    - name: [|pgadmin|]
//// right file apps/database/postgres/ks.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: postgres
spec:
  path: ./kubernetes/apps/database/postgres/app
//// file apps/database/postgres/app/helmrelease.yaml
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: pgadmin
