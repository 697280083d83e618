namespace HomeOps;

/// <summary>Asks the NAS once a minute whether it is there; the component Keda scales by the answer.</summary>
[App<Ns.Observability>]
public sealed class BlackboxExporter : FluxApp
{
    /// <summary>The target as it stands in the metric's label.</summary>
    public const string NasProbe = "nas.internal:2049";

    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/prometheus-community/charts/prometheus-blackbox-exporter", "11.4.1");

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
                    ["fullnameOverride"] = Name,
                    ["config"] = new() { ["modules"] = new() { ["tcp_connect"] = new() { ["prober"] = "tcp", ["timeout"] = "5s" } } },
                    ["serviceMonitor"] = new()
                    {
                        ["enabled"] = true,
                        ["defaults"] = new() { ["interval"] = "1m", ["scrapeTimeout"] = "10s" },
                        ["targets"] = [new() { ["name"] = "nas", ["module"] = "tcp_connect", ["url"] = NasProbe }],
                    },
                },
            },
        },
    ];
}
