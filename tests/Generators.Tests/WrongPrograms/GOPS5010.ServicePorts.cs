namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Service { Spec = new() { Ports = [new() { Name = "a", Port = 80 }, [|new()|] { Name = "b", Port = 80 }] } },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Service { Spec = new() { Ports = [new() { Name = "a", Port = 80 }, new() { Name = "b", Port = 81 }] } },
    ];
}
