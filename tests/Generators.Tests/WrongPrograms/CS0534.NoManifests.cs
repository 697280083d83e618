namespace Home;

[App<Ns.Media>]
public sealed class [|Sonarr|] : FluxApp;
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [];
}
