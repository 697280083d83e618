namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override Duration? Timeout => [|"5 min"|];

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
    public override Duration? Timeout => "5m";

    public override ManifestList Manifests =>
    [
        new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" } } },
    ];
}
