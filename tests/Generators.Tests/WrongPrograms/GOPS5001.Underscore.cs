namespace Home;

[App<Ns.Media>]
public sealed class [|My_App|] : FluxApp
{
    public override ManifestList Manifests =>
    [
        new ConfigMap { Data = new() { ["a"] = "b" } },
    ];
}
//// right
namespace Home;

[App<Ns.Media>(Name = "my-app")]
public sealed class My_App : FluxApp
{
    public override ManifestList Manifests =>
    [
        new ConfigMap { Data = new() { ["a"] = "b" } },
    ];
}
