namespace Anton;

/// <summary>cluster-meta: applied before cluster-apps, which waits for it. All sources live in flux-system, whoever uses them.</summary>
[App<Ns.FluxSystem>]
public sealed class ClusterMeta : FluxLayer
{
    protected override string Path => "flux/meta";

    protected override bool BeforeApps => true;

    public override bool? Wait => true;

    public override Tier Tier => Tiers.Critical;
}

/// <summary>The sources of charts: an OCI registry where there is one, else a Helm repository.</summary>
[App<Ns.FluxSystem>(Directory = "repos"), In<ClusterMeta>]
public sealed class Repositories : FluxApp
{
    public HelmRepository Apache => field ??= Http("apache-airflow", "https://airflow.apache.org");

    public HelmRepository CloudNativePG => field ??= Http("cloudnative-pg", "https://cloudnative-pg.github.io/charts");

    public HelmRepository Jetstack => field ??= Oci("jetstack", "oci://quay.io/jetstack/charts");

    public HelmRepository Grafana => field ??= Http("grafana", "https://grafana.github.io/helm-charts");

    public HelmRepository KubeAi => field ??= Http("kubeai", "https://www.kubeai.org");

    public HelmRepository MetricsServer => field ??= Http("metrics-server", "https://kubernetes-sigs.github.io/metrics-server");

    public HelmRepository Piraeus => field ??= Http("piraeus", "https://piraeus.io/helm-charts");

    public HelmRepository SparkOperator => field ??= Http("spark-operator", "https://kubeflow.github.io/spark-operator");

    public HelmRepository Tailscale => field ??= Http("tailscale", "https://pkgs.tailscale.com/helmcharts");

    public HelmRepository Velero => field ??= Http("vmware-tanzu", "https://vmware-tanzu.github.io/helm-charts");

    public HelmRepository Backube => field ??= Http("backube", "https://backube.github.io/helm-charts");

    // One chart each, so its version stands at the source.
    public OCIRepository Cilium => field ??= Chart("cilium", "oci://quay.io/cilium/charts/cilium", "1.18.2");

    public OCIRepository CoreDns => field ??= Chart("coredns", "oci://ghcr.io/coredns/charts/coredns", "1.43.3");

    public OCIRepository ExternalSecrets => field ??= Chart("external-secrets", "oci://ghcr.io/external-secrets/charts/external-secrets", "0.20.1");

    public OCIRepository KubePrometheusStack => field ??= Chart("kube-prometheus-stack", "oci://ghcr.io/prometheus-community/charts/kube-prometheus-stack", "77.10.0");

    public override ManifestList Manifests =>
    [
        Files.Group("helm.yaml", [Apache, Backube, CloudNativePG, Grafana, Jetstack, KubeAi, MetricsServer, Piraeus, SparkOperator, Tailscale, Velero]),
        Files.Group("oci.yaml", [Cilium, CoreDns, ExternalSecrets, KubePrometheusStack]),
    ];

    private static HelmRepository Http(string name, string url) => new(name) { Spec = new() { Interval = "1h", Url = url } };

    private static HelmRepository Oci(string name, string url) => new(name) { Spec = new() { Interval = "1h", Type = "oci", Url = url } };

    private static OCIRepository Chart(string name, string url, string tag) => new(name)
    {
        Spec = new()
        {
            Interval = "1h",
            LayerSelector = new() { MediaType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip", Operation = "copy" },
            Url = url,
            Ref = new() { Tag = tag, Comments = new() { ["tag"] = $"renovate: datasource=docker depName={url["oci://".Length..]}" } },
        },
    };
}
