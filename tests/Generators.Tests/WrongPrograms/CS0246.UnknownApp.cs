namespace Home;

[App<Ns.Media>, DependsOn<[|Nope|]>]
public sealed class Radarr : FluxApp
{
    public override ManifestList Manifests => [];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Radarr : FluxApp
{
    public override ManifestList Manifests => [];
}
