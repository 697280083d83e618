namespace Home;

[App<Ns.Media>, [|DependsOn<Sonarr>|]]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [];
}
