namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Service { Spec = new() { Ports = [new() { Port = [|80800|] }] } },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Service { Spec = new() { Ports = [new() { Port = 8080 }] } },
    ];
}
