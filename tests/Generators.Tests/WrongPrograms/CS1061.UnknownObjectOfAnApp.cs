namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public OCIRepository Chart => field ??= new() { Spec = new() { Interval = "1h", Url = "oci://ghcr.io/x/y", Ref = new() { Tag = "1.0.0" } } };

    public override ManifestList Manifests => [Chart];
}

[App<Ns.Media>]
public sealed class Radarr : FluxApp
{
    public override ManifestList Manifests => [new HelmRelease { Spec = new() { Interval = "1h", ChartRef = Ref<Sonarr>.To(app => app.[|Chrat|]) } }];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public OCIRepository Chart => field ??= new() { Spec = new() { Interval = "1h", Url = "oci://ghcr.io/x/y", Ref = new() { Tag = "1.0.0" } } };

    public override ManifestList Manifests => [Chart];
}

[App<Ns.Media>]
public sealed class Radarr : FluxApp
{
    public override ManifestList Manifests => [new HelmRelease { Spec = new() { Interval = "1h", ChartRef = Ref<Sonarr>.To(app => app.Chart) } }];
}
