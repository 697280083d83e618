namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    OCIRepository Chart => field ??= new() { Spec = new() { Interval = "1h", Url = "oci://ghcr.io/me/chart", Ref = new() { Tag = "1.0.0" } } };

    public override ManifestList Manifests =>
    [
        Chart,
        new HelmRelease { Spec = new() { Interval = "1h", ChartRef = Chart, DriftDetection = new() { Mode = [|"enabeld"|] } } },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    OCIRepository Chart => field ??= new() { Spec = new() { Interval = "1h", Url = "oci://ghcr.io/me/chart", Ref = new() { Tag = "1.0.0" } } };

    public override ManifestList Manifests =>
    [
        Chart,
        new HelmRelease { Spec = new() { Interval = "1h", ChartRef = Chart, DriftDetection = new() { Mode = "enabled" } } },
    ];
}
