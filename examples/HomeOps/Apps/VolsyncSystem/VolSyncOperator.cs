namespace HomeOps;

/// <summary>Backs up volumes and restores them; which ones, each app says with the component Volsync.</summary>
[App<Ns.VolsyncSystem>(Name = "volsync"), Provides("volsync.backube")]
[DependsOn<SnapshotController>]
public sealed class VolSyncOperator : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/home-operations/charts-mirror/volsync", "0.16.0");

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
                Values = new() { ["manageCRDs"] = true, ["metrics"] = new() { ["disableAuth"] = true } },
            },
        },
    ];
}
