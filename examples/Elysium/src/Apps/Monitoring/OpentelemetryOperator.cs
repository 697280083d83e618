namespace Elysium;

/// <summary>The operator of collectors. Its chart comes as an OCI artifact.</summary>
[App<Ns.OpentelemetryOperatorSystem>(Name = "opentelemetry"), Provides("opentelemetry.io"), In<MonitoringControllers>]
public sealed class OpentelemetryOperator : FluxApp
{
    private OCIRepository Chart => field ??= new()
    {
        Spec = new()
        {
            Interval = "1h",
            LayerSelector = new() { MediaType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip", Operation = "copy" },
            Url = "oci://ghcr.io/open-telemetry/opentelemetry-helm-charts/opentelemetry-operator",
            Ref = new() { Tag = "0.99.0", Comments = new() { ["tag"] = "renovate: datasource=docker depName=ghcr.io/open-telemetry/opentelemetry-helm-charts/opentelemetry-operator" } },
        },
    };

    private HelmRelease Release => field ??= new()
    {
        Spec = new() { Interval = "1h", ChartRef = Chart, Values = new() { ["admissionWebhooks"] = new() { ["certManager"] = new() { ["enabled"] = false }, ["autoGenerateCert"] = new() { ["enabled"] = true } } } },
    };

    public override IReadOnlyList<HealthCheck> HealthChecks => [Release];

    public override ManifestList Manifests => [Chart, Release];
}
