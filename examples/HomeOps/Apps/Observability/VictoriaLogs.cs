namespace HomeOps;

/// <summary>Logs of the home, kept for two weeks; FluentBit brings them.</summary>
[App<Ns.Observability>]
[DependsOn<Openebs>]
public sealed class VictoriaLogs : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/victoriametrics/helm-charts/victoria-logs-single", "0.13.9");

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
                Values = new()
                {
                    ["server"] = new()
                    {
                        ["fullnameOverride"] = Name,
                        ["retentionPeriod"] = "14d",
                        ["persistentVolume"] = new() { ["enabled"] = true, ["size"] = "20Gi", ["storageClassName"] = "openebs-hostpath" },
                    },
                },
            },
        },
    ];
}
