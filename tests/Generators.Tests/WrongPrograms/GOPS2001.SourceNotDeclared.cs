namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [new ConfigMap { Data = new() { ["a"] = [|OtherSecrets.Token|] } }];
}
//// right
namespace Home;

[App<Ns.Media>, SubstituteFrom<OtherSecrets>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [new ConfigMap { Data = new() { ["a"] = OtherSecrets.Token } }];
}
