namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new HelmRelease { Spec = new() { Interval = Name == "x" ? "1h" : [|"1w"|], ChartRef = new() { Kind = "OCIRepository", Name = "app" } } },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new HelmRelease { Spec = new() { Interval = Name == "x" ? "1h" : "168h", ChartRef = new() { Kind = "OCIRepository", Name = "app" } } },
    ];
}
