namespace Home;

[App<Ns.Media>]
public sealed class [|Sonarr|](string version) : FluxApp
{
    public override ManifestList Manifests => [new ConfigMap { Data = new() { ["version"] = version } }];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr() : FluxApp
{
    public override ManifestList Manifests => [new ConfigMap { Data = new() { ["version"] = "1" } }];
}
