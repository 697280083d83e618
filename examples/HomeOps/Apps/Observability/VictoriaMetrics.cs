namespace HomeOps;

/// <summary>Metrics of the home, kept for a year and backed up.</summary>
[App<Ns.Observability>]
[DependsOn<EnvoyGateway>]
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
        Route,
    ];

    private HTTPRoute Route => field ??= new()
    {
        Spec = new()
        {
            Hostnames = [$"metrics.{ClusterSecrets.SecretDomain}"],
            ParentRefs = [Ref<EnvoyGateway>.To(gateway => gateway.Internal)],
            Rules = [new() { BackendRefs = [new() { Name = Name, Port = 8428 }] }],
        },
    };
}
