namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new ConfigMap([|"Sonarr_Config"|]) { Data = new() { ["a"] = "b" } },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new ConfigMap("sonarr-config") { Data = new() { ["a"] = "b" } },
    ];
}
