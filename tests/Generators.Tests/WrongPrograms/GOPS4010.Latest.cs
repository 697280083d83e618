namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [new AppTemplate([|"latest"|]) { Container = new() { Image = new("ghcr.io/home-operations/sonarr", "4.0.15") } }];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [new AppTemplate("4.2.0") { Container = new() { Image = new("ghcr.io/home-operations/sonarr", "4.0.15") } }];
}
