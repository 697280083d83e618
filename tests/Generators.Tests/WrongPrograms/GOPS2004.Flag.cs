namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override Map<string> Substitute => new() { ["FLAG"] = "on" };

    public override ManifestList Manifests => [new ConfigMap { Data = new() { ["flag"] = "[|${FLAG}|]", ["text"] = "it is ${FLAG}" } }];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override Map<string> Substitute => new() { ["FLAG"] = "on" };

    public override ManifestList Manifests => [new ConfigMap { Data = new() { ["flag"] = Text.Quoted("${FLAG}"), ["text"] = "it is ${FLAG}" } }];
}
