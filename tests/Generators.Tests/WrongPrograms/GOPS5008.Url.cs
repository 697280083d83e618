namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new GitRepository { Spec = new() { Interval = "1h", Url = [|"example.org/home-ops"|] } },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new GitRepository { Spec = new() { Interval = "1h", Url = "https://example.org/home-ops" } },
    ];
}
