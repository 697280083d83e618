namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    OCIRepository Charts => field ??= new() { Spec = new() { Interval = "1h", Url = "oci://ghcr.io/me/chart", Ref = new() { Tag = "1.0.0" } } };

    public override ManifestList Manifests =>
    [
        Charts,
        new HelmRelease { Spec = [|new()|] { Interval = "1h", ChartRef = Charts, Chart = new() { Spec = new() { Chart = "app", Version = "1.0.0", SourceRef = new() { Kind = "HelmRepository", Name = "charts" } } } } },
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
