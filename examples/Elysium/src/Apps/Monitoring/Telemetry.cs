namespace Elysium;

/// <summary>The pipeline of traces: one collector for all apps, which hands them to Tempo and Jaeger; Jaeger keeps them in Elasticsearch.</summary>
[App<Ns.Monitoring>, In<MonitoringConfigs>]
[DependsOn<OpentelemetryOperator>, DependsOn<Elastic>]
public sealed class Telemetry : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Manifest("elasticsearch.k8s.elastic.co/v1", "Elasticsearch", "traces")
        {
            ["spec"] = new() { ["version"] = ((Values)"9.2.1").WithComment("renovate: datasource=docker depName=docker.elastic.co/elasticsearch/elasticsearch"), ["nodeSets"] = [new() { ["name"] = "default", ["count"] = 1, ["config"] = new() { ["node.store.allow_mmap"] = false } }] },
        },
        new Manifest("opentelemetry.io/v1beta1", "OpenTelemetryCollector", "traces")
        {
            ["spec"] = new()
            {
                ["mode"] = "deployment",
                ["config"] = new()
                {
                    ["receivers"] = new() { ["otlp"] = new() { ["protocols"] = new() { ["grpc"] = new() { ["endpoint"] = "0.0.0.0:4317" } } } },
                    ["exporters"] = new() { ["otlp/tempo"] = Otlp("tempo"), ["otlp/jaeger"] = Otlp("jaeger") },
                    ["service"] = new() { ["pipelines"] = new() { ["traces"] = new() { ["receivers"] = ["otlp"], ["exporters"] = ["otlp/tempo", "otlp/jaeger"] } } },
                },
            },
        },
        // renovate: datasource=helm registryUrl=https://chart.onechart.dev depName=onechart
        Charts.Release(static charts => charts.OneChart, "onechart", "0.76.0", "jaeger", new()
        {
            ["image"] = new() { ["repository"] = "jaegertracing/jaeger", ["tag"] = ((Values)"2.12.0").WithComment("renovate: datasource=docker depName=jaegertracing/jaeger") },
            ["containerPort"] = 16686,
        }),
    ];

    private static Values Otlp(string service) => new() { ["endpoint"] = $"{service}.monitoring.svc:4317", ["tls"] = new() { ["insecure"] = true } };
}
