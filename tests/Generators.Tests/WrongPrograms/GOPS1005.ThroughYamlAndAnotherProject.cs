namespace Home;

[App<Ns.Media>, [|DependsOn<Library.Volsync>|]]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [];
}
//// library
using GitOps;
namespace Library;
public static class Ns { public sealed class Storage : FluxNamespace; }
[App<Ns.Storage>, DependsOn<Ks.Database.Postgres>]
public sealed class Volsync : FluxApp { public override ManifestList Manifests => []; }
//// file apps/database/postgres/ks.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: postgres
spec:
  path: ./kubernetes/apps/database/postgres/app
  dependsOn:
    - name: sonarr
      namespace: media
