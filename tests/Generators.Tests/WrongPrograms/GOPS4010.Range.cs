namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    private HelmRepository Charts => field ??= new("charts") { Spec = new() { Url = "https://charts.example.org" } };

    public override ManifestList Manifests =>
    [
        Charts,
        new HelmRelease { Spec = new() { Interval = "1h", Chart = new() { Spec = new() { Chart = "sonarr", Version = [|">=1.17.0"|], SourceRef = Charts } } } },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    private HelmRepository Charts => field ??= new("charts") { Spec = new() { Url = "https://charts.example.org" } };

    public override ManifestList Manifests =>
    [
        Charts,
        new HelmRelease { Spec = new() { Interval = "1h", Chart = new() { Spec = new() { Chart = "sonarr", Version = "1.17.2", SourceRef = Charts } } } },
    ];
}
