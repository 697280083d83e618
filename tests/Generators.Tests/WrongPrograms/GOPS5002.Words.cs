namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new HelmRelease { Spec = new() { Interval = [|"90sec"|], ChartRef = new() { Kind = "OCIRepository", Name = "app" } } },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new HelmRelease { Spec = new() { Interval = "90s", ChartRef = new() { Kind = "OCIRepository", Name = "app" } } },
    ];
}
