namespace Home;

[App<Ns.Media>, DependsOn<[|Ns.Media|]>]
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
