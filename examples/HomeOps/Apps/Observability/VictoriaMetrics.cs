namespace HomeOps;

/// <summary>Metrics of the home, kept for a year and backed up.</summary>
[App<Ns.Observability>]
public sealed class VictoriaMetrics : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/victoriametrics/helm-charts/victoria-metrics-single", "0.26.0");

    public override ComponentList Components =>
    [
        new Volsync { Capacity = "50Gi", Schedule = "10 4 * * *" },
        new ExtAuthInternal(),
    ];

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
                        ["mode"] = "deployment",
                        ["retentionPeriod"] = "1y",
                        ["persistentVolume"] = new() { ["enabled"] = true, ["existingClaim"] = Name },
                        ["scrape"] = new() { ["enabled"] = true },
                    },
                },
            },
        },
        new Expose($"metrics.{ClusterSecrets.SecretDomain}", 8428, Ref<EnvoyGateway>.To(gateway => gateway.Internal)),
    ];
}
