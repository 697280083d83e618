namespace Home;

[App<Ns.Media>, SubstituteFrom<[|Secrets|]>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [];
}
//// right
namespace Home;

[App<Ns.Media>, SubstituteFrom<OtherSecrets>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [];
}
