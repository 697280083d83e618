namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ComponentList Components => [new Client { Modes = [|"ReadWriteOnce"|] }];

    public override ManifestList Manifests =>
    [
        new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" } } },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ComponentList Components => [new Client { Modes = ["ReadWriteOnce"] }];

    public override ManifestList Manifests =>
    [
        new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" } } },
    ];
}

//// file components/client/kustomization.yaml
apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
resources:
  - claim.yaml
//// file components/client/claim.yaml
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: ${APP}
spec:
  accessModes: ${CLIENT_MODES}
  volumeMode: Filesystem
