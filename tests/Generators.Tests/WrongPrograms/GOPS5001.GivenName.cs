namespace Home;

[App<Ns.Media>(Name = [|"my_app"|])]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new ConfigMap { Data = new() { ["a"] = "b" } },
    ];
}
//// right
namespace Home;

[App<Ns.Media>(Name = "my-app")]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new ConfigMap { Data = new() { ["a"] = "b" } },
    ];
}
