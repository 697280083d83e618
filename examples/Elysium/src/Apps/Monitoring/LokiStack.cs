namespace Elysium;

/// <summary>Logs: Promtail ships them, Loki keeps them in the object store.</summary>
[App<Ns.Monitoring>, In<MonitoringControllers>]
public sealed class LokiStack : FluxApp
{
    // renovate: datasource=helm registryUrl=https://grafana.github.io/helm-charts depName=loki
    private HelmRelease Loki => field ??= Charts.Release(static charts => charts.Grafana, "loki", "6.46.0", "loki", new()
    {
        ["deploymentMode"] = "SingleBinary",
        ["loki"] = new()
        {
            ["auth_enabled"] = false,
            ["commonConfig"] = new() { ["replication_factor"] = 1 },
            ["schemaConfig"] = new() { ["configs"] = [new() { ["from"] = "2025-01-01", ["store"] = "tsdb", ["object_store"] = "s3", ["schema"] = "v13", ["index"] = new() { ["prefix"] = "index_", ["period"] = "24h" } }] },
            ["storage"] = new()
            {
                ["type"] = "s3",
                ["bucketNames"] = new() { ["chunks"] = "loki", ["ruler"] = "loki" },
                ["s3"] = new() { ["endpoint"] = Minio.Endpoint, ["s3ForcePathStyle"] = true, ["insecure"] = true },
            },
        },
        ["singleBinary"] = new() { ["replicas"] = 1, ["extraEnv"] = Minio.KeysAsEnv },
        // The chart's other way to run Loki, in three parts.
        ["read"] = new() { ["replicas"] = 0 },
        ["write"] = new() { ["replicas"] = 0 },
        ["backend"] = new() { ["replicas"] = 0 },
    }, [Ref<Minio>.To(static app => app.Release)]);

    // renovate: datasource=helm registryUrl=https://grafana.github.io/helm-charts depName=promtail
    private HelmRelease Promtail => field ??= Charts.Release(static charts => charts.Grafana, "promtail", "6.17.1", "promtail", new()
    {
        ["config"] = new() { ["clients"] = [new() { ["url"] = "http://loki-gateway.monitoring.svc/loki/api/v1/push" }] },
    }, [Loki]);

    public override ManifestList Manifests => [Loki, Promtail];
}
