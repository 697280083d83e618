namespace HomeOps;

/// <summary>The operator of Dragonfly, a cache that speaks Redis' protocol.</summary>
[App<Ns.Database>(Directory = "dragonfly"), Provides("dragonflydb.io")]
public sealed class DragonflyOperator : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/dragonflydb/dragonfly-operator/helm/dragonfly-operator", "v1.6.1");

    public override bool? Wait => true;

    public override ManifestList Manifests =>
    [
        Chart,
        new HelmRelease
        {
            Spec = new()
            {
                Interval = "1h",
                ChartRef = Chart,
                Values = new() { ["crds"] = new() { ["install"] = true, ["keep"] = true }, ["serviceMonitor"] = new() { ["enabled"] = true } },
            },
        },
    ];
}
