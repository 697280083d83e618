namespace HomeOps;

/// <summary>Installs and updates Flux itself.</summary>
[App<Ns.FluxSystem>, Provides("fluxcd.controlplane.io")]
public sealed class FluxOperator : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/controlplaneio-fluxcd/charts/flux-operator", "0.58.1");

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
                Values = new() { ["serviceMonitor"] = new() { ["create"] = true } },
            },
        },
    ];
}
