namespace Elysium;

/// <summary>Plays them. It transcodes on the GPU, and at home it has an address of its own.</summary>
[App<Ns.Arkham>(Directory = "arkham/plex"), In<Apps>, RunsOn<Kyrion>]
[DependsOn<GpuPlugin>]
public sealed class Plex() : ArkhamApp("ghcr.io/home-operations/plex", "1.42.2.10156", 32400)
{
    protected override Quantity Memory => "4Gi";

    protected override bool UsesGpu => true;

    protected override string Health => "/identity";

    protected override IReadOnlyList<Patch> PatchesOn(FluxCluster cluster) => cluster is Kyrion
        ? [Patch.On(Release).Merge(new() { ["spec"] = new() { ["values"] = new() { ["service"] = new() { ["type"] = "LoadBalancer" } } } })]
        : [];
}
