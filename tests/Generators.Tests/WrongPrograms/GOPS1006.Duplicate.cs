namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [];
}

[[|App<Ns.Media>(Name = "sonarr")|]]
public sealed class Tv : FluxApp
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

[App<Ns.Database>(Name = "sonarr")]
public sealed class Tv : FluxApp
{
    public override ManifestList Manifests => [];
}
