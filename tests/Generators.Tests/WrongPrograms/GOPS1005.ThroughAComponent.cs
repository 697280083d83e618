namespace Home;

[DependsOn<Postgres>]
public sealed partial class Volsync;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ComponentList Components => [new Volsync { Capacity = "5Gi" }];

    public override ManifestList Manifests => [new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" } } }];
}

[App<Ns.Media>]
public sealed class Radarr : FluxApp
{
    public override ManifestList Manifests => [new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" } } }];
}

[App<Ns.Database>]
[[|DependsOn<Sonarr>|]]
public sealed class Postgres : FluxApp
{
    public override ManifestList Manifests => [new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" } } }];
}
//// right
namespace Home;

[DependsOn<Postgres>]
public sealed partial class Volsync;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ComponentList Components => [new Volsync { Capacity = "5Gi" }];

    public override ManifestList Manifests => [new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" } } }];
}

[App<Ns.Media>]
public sealed class Radarr : FluxApp
{
    public override ManifestList Manifests => [new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" } } }];
}

[App<Ns.Database>]
[DependsOn<Radarr>]
public sealed class Postgres : FluxApp
{
    public override ManifestList Manifests => [new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" } } }];
}

//// file components/volsync/kustomization.yaml
apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
resources:
  - pvc.yaml
//// file components/volsync/pvc.yaml
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: ${APP}
spec:
  storageClassName: ${STORAGE_CLASS:=fast}
  resources:
    requests:
      storage: ${VOLSYNC_CAPACITY}
