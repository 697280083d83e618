namespace HomeOps;

/// <summary>Rook, which runs Ceph. Neither it nor its cluster is ever deleted because a file is missing.</summary>
[App<Ns.RookCeph>(Directory = "rook-ceph"), Provides("ceph.rook.io")]
[DependsOn<SnapshotController>]
public sealed class RookCephOperator : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/rook/rook-ceph", "v1.20.4");

    public override bool? Wait => true;

    public override bool? Prune => false;

    public override ManifestList Manifests =>
    [
        Chart,
        new HelmRelease { Spec = new() { Interval = "1h", ChartRef = Chart, Values = new() { ["monitoring"] = new() { ["enabled"] = true } } } },
    ];
}
