namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override bool Enabled => false;

    public override ManifestList Manifests => [];
}

[App<Ns.Media>, [|DependsOn<Sonarr>|]]
public sealed class Radarr : FluxApp
{
    public override ManifestList Manifests => [];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override bool Enabled => true;

    public override ManifestList Manifests => [];
}

[App<Ns.Media>, DependsOn<Sonarr>]
public sealed class Radarr : FluxApp
{
    public override ManifestList Manifests => [];
}
