namespace Home;

public abstract class Small : FluxApp
{
    public override ManifestList Manifests => [];
}

[App<Ns.Media>, [|DependsOn<Radarr>|]] public sealed class Bazarr : Small;
[App<Ns.Media>, DependsOn<Sonarr>] public sealed class Radarr : Small;
[App<Ns.Media>, DependsOn<Bazarr>] public sealed class Sonarr : Small;
//// right
namespace Home;

public abstract class Small : FluxApp
{
    public override ManifestList Manifests => [];
}

[App<Ns.Media>, DependsOn<Radarr>] public sealed class Bazarr : Small;
[App<Ns.Media>, DependsOn<Sonarr>] public sealed class Radarr : Small;
[App<Ns.Media>] public sealed class Sonarr : Small;
