namespace Home;

[App<Ns.Media>, DependsOn<Radarr>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [];
}

[App<Ns.Media>, [|DependsOn<Sonarr>(ReadyExpr = "true")|]]
public sealed class Radarr : FluxApp
{
    public override ManifestList Manifests => [];
}
//// right
namespace Home;

[App<Ns.Media>, DependsOn<Radarr>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [];
}

[App<Ns.Media>]
public sealed class Radarr : FluxApp
{
    public override ManifestList Manifests => [];
}
