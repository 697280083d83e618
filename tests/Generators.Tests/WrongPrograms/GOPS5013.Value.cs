namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new ConfigMap { Metadata = new() { Labels = new() { ["team"] = [|"home & family"|] } }, Data = new() { ["a"] = "b" } },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new ConfigMap { Metadata = new() { Labels = new() { ["team"] = "home-family" } }, Data = new() { ["a"] = "b" } },
    ];
}
