namespace Elysium;

/// <summary>Prometheus, Grafana and Alertmanager, with the kinds that others hang their metrics on.</summary>
[App<Ns.Monitoring>, Provides("monitoring.coreos.com"), In<MonitoringControllers>]
// renovate: datasource=docker depName=ghcr.io/prometheus-community/charts/kube-prometheus-stack
public sealed class KubePrometheusStack() : HelmApp(static charts => charts.Prometheus, "kube-prometheus-stack", "79.5.0")
{
    protected override bool IsAwaited => true;

    protected override Values ChartValues => new()
    {
        ["grafana"] = new() { ["sidecar"] = new() { ["dashboards"] = new() { ["enabled"] = true }, ["datasources"] = new() { ["enabled"] = true } } },
        ["prometheus"] = new()
        {
            ["prometheusSpec"] = new()
            {
                ["retention"] = "15d",
                ["externalLabels"] = new() { ["cluster"] = ClusterVars.Cluster },
                ["podMonitorSelectorNilUsesHelmValues"] = false,
                ["serviceMonitorSelectorNilUsesHelmValues"] = false,
            },
        },
    };

    protected override ManifestList Others => [Tailnet.Ingress("grafana", "kube-prometheus-stack-grafana")];
}
