namespace Home;

[App<Ns.Database>]
public sealed class Immich : FluxApp
{
    private DragonflyDatabase Cache => field ??= [|new(Ref<DragonflyCluster>.To(dragonfly => dragonfly.Cache), 2)|];

    public override ManifestList Manifests => [Cache];
}

[App<Ns.Media>, DependsOn<Immich>]
public sealed class DragonflyCluster : FluxApp
{
    public GitOps.Models.DragonflyDb.Dragonfly Cache => field ??= new();

    public override ManifestList Manifests => [Cache];
}
//// right
namespace Home;

[App<Ns.Database>]
public sealed class Immich : FluxApp
{
    private DragonflyDatabase Cache => field ??= new(Ref<DragonflyCluster>.To(dragonfly => dragonfly.Cache), 2);

    public override ManifestList Manifests => [Cache];
}

[App<Ns.Media>]
public sealed class DragonflyCluster : FluxApp
{
    public GitOps.Models.DragonflyDb.Dragonfly Cache => field ??= new();

    public override ManifestList Manifests => [Cache];
}
