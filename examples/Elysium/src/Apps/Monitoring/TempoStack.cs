namespace Elysium;

/// <summary>Traces, kept in the object store.</summary>
[App<Ns.Monitoring>, In<MonitoringControllers>]
// renovate: datasource=helm registryUrl=https://grafana.github.io/helm-charts depName=tempo
public sealed class TempoStack() : HelmApp(static charts => charts.Grafana, "tempo", "1.24.0")
{
    protected override IReadOnlyList<HelmReleaseDependsOn> DependsOnReleases => [Ref<Minio>.To(static app => app.Release)];

    protected override Values ChartValues => new()
    {
        ["fullnameOverride"] = "tempo",
        ["tempo"] = new()
        {
            ["extraEnv"] = Minio.KeysAsEnv,
            ["storage"] = new() { ["trace"] = new() { ["backend"] = "s3", ["s3"] = new() { ["bucket"] = "tempo", ["endpoint"] = Minio.Endpoint, ["insecure"] = true } } },
        },
    };
}
