namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    OCIRepository Charts => field ??= new() { Spec = new() { Interval = "1h", Url = "oci://ghcr.io/me/chart", Ref = new() { Tag = "1.0.0" } } };

    public override ManifestList Manifests =>
    [
        Charts,
        new HelmRelease { Spec = [|new()|] { Interval = "1h" } },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    OCIRepository Charts => field ??= new() { Spec = new() { Interval = "1h", Url = "oci://ghcr.io/me/chart", Ref = new() { Tag = "1.0.0" } } };

    public override ManifestList Manifests =>
    [
        Charts,
        new HelmRelease { Spec = new() { Interval = "1h", ChartRef = Charts } },
    ];
}
