namespace Anton;

[App<Ns.Monitoring>]
[DependsOn<CertManager>, DependsOn<OnepasswordStore>]
public sealed class KubePrometheusStack : OciChartApp
{
    private ExternalSecret Login => field ??= Vault.Secret("grafana-admin", "grafana", ["admin-user", "admin-password"]);

    public override Duration? Timeout => "15m";

    public override bool? Wait => true;

    protected override ObjectRef<OCIRepository> Chart => Ref<Repositories>.To(repositories => repositories.KubePrometheusStack);

    protected override Values Values => new()
    {
        ["prometheus"] = new() { ["prometheusSpec"] = new() { ["retention"] = "14d", ["resources"] = Sized.Large, ["serviceMonitorSelectorNilUsesHelmValues"] = false } },
        ["grafana"] = new() { ["admin"] = new() { ["existingSecret"] = Login.AsName() }, ["resources"] = Sized.Medium },
        ["alertmanager"] = new() { ["alertmanagerSpec"] = new() { ["resources"] = Sized.Small } },
    };

    public override ManifestList Manifests => [Login, .. base.Manifests];
}

[App<Ns.Monitoring>]
[DependsOn<KubePrometheusStack>]
public sealed class Loki : HelmChartApp
{
    protected override ObjectRef<HelmRepository> Repository => Ref<Repositories>.To(repositories => repositories.Grafana);

    // renovate: datasource=helm registryUrl=https://grafana.github.io/helm-charts depName=loki
    protected override string Version => "6.40.0";

    protected override Values Values => new()
    {
        ["deploymentMode"] = "SingleBinary",
        ["loki"] = new()
        {
            ["auth_enabled"] = false,
            ["commonConfig"] = new() { ["replication_factor"] = 1 },
            ["schemaConfig"] = new() { ["configs"] = [new() { ["from"] = "2025-01-01", ["store"] = "tsdb", ["object_store"] = "filesystem", ["schema"] = "v13", ["index"] = new() { ["prefix"] = "index_", ["period"] = "24h" } }] },
            ["storage"] = new() { ["type"] = "filesystem" },
        },
        ["singleBinary"] = new() { ["replicas"] = 1, ["resources"] = Sized.Large },
        // The chart's other way to run Loki, in three parts.
        ["read"] = new() { ["replicas"] = 0 },
        ["write"] = new() { ["replicas"] = 0 },
        ["backend"] = new() { ["replicas"] = 0 },
    };
}
