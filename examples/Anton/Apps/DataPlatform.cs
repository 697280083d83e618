namespace Anton;

[App<Ns.Databases>, Provides("postgresql.cnpg.io")]
[DependsOn<CertManager>]
public sealed class CloudnativePg : HelmChartApp
{
    public override Tier Tier => Tiers.Core;

    public override bool? Wait => true;

    protected override ObjectRef<HelmRepository> Repository => Ref<Repositories>.To(repositories => repositories.CloudNativePG);

    // renovate: datasource=helm registryUrl=https://cloudnative-pg.github.io/charts depName=cloudnative-pg
    protected override string Version => "0.26.0";

    protected override Values Values => new() { ["resources"] = Sized.Small };
}

/// <summary>Airflow's own PostgreSQL; the operator lives in another namespace.</summary>
[App<Ns.Airflow>]
[DependsOn<CloudnativePg>]
public sealed class AirflowDatabase : FluxApp
{
    public Cluster Postgres => field ??= new()
    {
        Spec = new()
        {
            Instances = 2,
            ImageName = "ghcr.io/cloudnative-pg/postgresql:17.6",
            Comments = new() { ["imageName"] = "renovate: datasource=docker depName=ghcr.io/cloudnative-pg/postgresql" },
            Storage = new() { Size = "20Gi" },
            Resources = new() { Limits = new() { ["memory"] = "1Gi" } },
        },
    };

    public override Tier Tier => Tiers.Core;

    public override IReadOnlyList<HealthCheck> HealthChecks => [Postgres];

    public override IReadOnlyList<HealthCheckExpr> HealthCheckExprs => [HealthExpressions.Cluster];

    public override ManifestList Manifests => [Postgres];
}

[App<Ns.Airflow>]
[DependsOn<AirflowDatabase>, DependsOn<OnepasswordStore>]
public sealed class Airflow : HelmChartApp
{
    public override Duration? Timeout => "20m";

    protected override ObjectRef<HelmRepository> Repository => Ref<Repositories>.To(repositories => repositories.Apache);

    // renovate: datasource=helm registryUrl=https://airflow.apache.org depName=airflow
    protected override string Version => "1.18.0";

    protected override Values Values => new()
    {
        ["executor"] = "KubernetesExecutor",
        ["postgresql"] = new() { ["enabled"] = false },
        // CloudNativePG makes this Secret beside the cluster.
        ["data"] = new() { ["metadataSecretName"] = $"{Ref<AirflowDatabase>.To(database => database.Postgres).Name}-app" },
        ["fernetKeySecretName"] = "airflow-keys",
        ["scheduler"] = new() { ["resources"] = Sized.Medium },
        ["webserver"] = new() { ["resources"] = Sized.Medium },
    };

    public override ManifestList Manifests => [Vault.Secret("airflow-keys", "airflow", ["fernet-key"]), .. base.Manifests];
}

[App<Ns.DataPlatform>, Provides("sparkoperator.k8s.io")]
[DependsOn<CertManager>]
public sealed class SparkOperator : HelmChartApp
{
    public override Tier Tier => Tiers.Core;

    public override bool? Wait => true;

    protected override ObjectRef<HelmRepository> Repository => Ref<Repositories>.To(repositories => repositories.SparkOperator);

    // renovate: datasource=helm registryUrl=https://kubeflow.github.io/spark-operator depName=spark-operator
    protected override string Version => "2.3.0";

    protected override Values Values => new() { ["spark"] = new() { ["jobNamespaces"] = [Namespace] }, ["controller"] = new() { ["resources"] = Sized.Medium } };
}

/// <summary>A nightly job. Its kind has no model, so it is an untyped object.</summary>
[App<Ns.DataPlatform>]
[DependsOn<SparkOperator>]
public sealed class SparkApplications : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Manifest("sparkoperator.k8s.io/v1beta2", "ScheduledSparkApplication", "compaction")
        {
            ["spec"] = new()
            {
                ["schedule"] = "0 3 * * *",
                ["concurrencyPolicy"] = "Forbid",
                ["template"] = new()
                {
                    ["type"] = "Scala",
                    ["mode"] = "cluster",
                    ["image"] = "docker.io/apache/spark:4.0.1",
                    ["mainClass"] = "org.apache.spark.examples.SparkPi",
                    ["mainApplicationFile"] = "local:///opt/spark/examples/jars/spark-examples.jar",
                    ["sparkVersion"] = "4.0.1", // renovate: datasource=docker depName=docker.io/apache/spark
                    ["driver"] = new() { ["cores"] = 1, ["memory"] = "1g" },
                    ["executor"] = new() { ["cores"] = 1, ["instances"] = 2, ["memory"] = "2g" },
                },
            },
        },
    ];
}

[App<Ns.DataPlatform>]
[DependsOn<KubePrometheusStack>, DependsOn<SparkOperator>]
public sealed class DataPlatformMonitoring : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Manifest("monitoring.coreos.com/v1", "PodMonitor", "spark")
        {
            ["spec"] = new()
            {
                ["selector"] = new() { ["matchLabels"] = new() { ["spark-role"] = "driver" } },
                ["podMetricsEndpoints"] = [new() { ["path"] = "/metrics", ["port"] = "prometheus" }],
            },
        },
    ];
}

[App<Ns.Kubeai>, Provides("kubeai.org")]
[DependsOn<CoreDns>]
public sealed class KubeaiOperator : HelmChartApp
{
    public override Tier Tier => Tiers.Core;

    public override bool? Wait => true;

    protected override ObjectRef<HelmRepository> Repository => Ref<Repositories>.To(repositories => repositories.KubeAi);

    protected override string Chart => "kubeai";

    // renovate: datasource=helm registryUrl=https://www.kubeai.org depName=kubeai
    protected override string Version => "0.22.0";

    protected override Values Values => new() { ["resources"] = Sized.Medium };
}

[App<Ns.Kubeai>]
[DependsOn<KubeaiOperator>]
public sealed class KubeaiModels : FluxApp
{
    public override ManifestList Manifests => [Model("gemma3-1b", "ollama://gemma3:1b"), Model("nomic-embed", "ollama://nomic-embed-text", "TextEmbedding")];

    private static Manifest Model(string name, string url, string feature = "TextGeneration") => new("kubeai.org/v1", "Model", name)
    {
        ["spec"] = new() { ["features"] = [feature], ["url"] = url, ["engine"] = "OLlama", ["resourceProfile"] = "cpu:2", ["minReplicas"] = 0 },
    };
}
