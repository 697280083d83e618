namespace Home;

[App<Ns.Database>]
public sealed class Applications : FluxLayer;

[App<Ns.Media>, In<Applications>]
public sealed class Radarr : FluxApp
{
    public override ManifestList Manifests => [new ConfigMap { Data = new() { ["token"] = "[|${TOKEN}|]" } }];
}
//// right
namespace Home;

[App<Ns.Database>, SubstituteFrom<OtherSecrets>]
public sealed class Applications : FluxLayer;

[App<Ns.Media>, In<Applications>]
public sealed class Radarr : FluxApp
{
    public override ManifestList Manifests => [new ConfigMap { Data = new() { ["token"] = "${TOKEN}" } }];
}
