namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Kustomization("inner") { Spec = new [|KustomizationSpec|]() { Interval = "1h", Prune = true } },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Kustomization("inner") { Spec = new KustomizationSpec() { Interval = "1h", Prune = true, SourceRef = new() { Kind = "GitRepository", Name = "flux-system" } } },
    ];
}
