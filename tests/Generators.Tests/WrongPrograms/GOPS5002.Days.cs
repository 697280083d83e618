namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new HelmRelease { Spec = new() { Interval = [|"1d"|], ChartRef = new() { Kind = "OCIRepository", Name = "app" } } },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new HelmRelease { Spec = new() { Interval = "24h", ChartRef = new() { Kind = "OCIRepository", Name = "app" } } },
    ];
}
