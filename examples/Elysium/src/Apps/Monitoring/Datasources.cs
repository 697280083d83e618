namespace Elysium;

/// <summary>What Grafana asks besides Prometheus, and which Pods Prometheus asks.</summary>
[App<Ns.Monitoring>, In<MonitoringConfigs>]
[DependsOn<KubePrometheusStack>]
public sealed class Datasources : FluxApp
{
    public override ManifestList Manifests =>
    [
        new ConfigMap("datasources")
        {
            Metadata = new() { Labels = new() { ["grafana_datasource"] = "1" } },
            Data = new()
            {
                ["datasources.yaml"] =
                    """
                    apiVersion: 1
                    datasources:
                      - name: Loki
                        type: loki
                        url: http://loki-gateway.monitoring.svc
                      - name: Tempo
                        type: tempo
                        url: http://tempo.monitoring.svc:3200
                      - name: Jaeger
                        type: jaeger
                        url: http://jaeger-collector.monitoring.svc:16686
                    """,
            },
        },
        new Manifest("monitoring.coreos.com/v1", "PodMonitor", "flux-system")
        {
            ["spec"] = new()
            {
                ["namespaceSelector"] = new() { ["matchNames"] = ["flux-system"] },
                ["selector"] = new() { ["matchLabels"] = new() { ["app.kubernetes.io/part-of"] = "flux" } },
                ["podMetricsEndpoints"] = [new() { ["port"] = "http-prom" }],
            },
        },
    ];
}
