namespace Elysium;

/// <summary>The pipeline of traces: one collector for all apps, which hands them to Tempo and Jaeger; Jaeger keeps them in Elasticsearch, where Kibana can search them too.</summary>
[App<Ns.Monitoring>, In<MonitoringConfigs>]
[DependsOn<OpentelemetryOperator>, DependsOn<Elastic>]
public sealed class Telemetry : FluxApp
{
    // renovate: datasource=docker depName=docker.elastic.co/elasticsearch/elasticsearch
    private const string ElasticVersion = "8.19.7";

    // Its operator makes it, with the one entry "elastic".
    private Secret Password => field ??= Provided(new Secret("traces-es-elastic-user"));

    public override ManifestList Manifests =>
    [
        new Manifest("elasticsearch.k8s.elastic.co/v1", "Elasticsearch", "traces")
        {
            ["spec"] = new()
            {
                ["version"] = ElasticVersion,
                ["http"] = new() { ["tls"] = new() { ["selfSignedCertificate"] = new() { ["disabled"] = true } } },
                ["nodeSets"] = [new() { ["name"] = "default", ["count"] = 1, ["config"] = new() { ["node.store.allow_mmap"] = false } }],
            },
        },
        new Manifest("kibana.k8s.elastic.co/v1", "Kibana", "traces")
        {
            ["spec"] = new() { ["version"] = ElasticVersion, ["count"] = 1, ["elasticsearchRef"] = new() { ["name"] = "traces" } },
        },
        Collector("traces", new()
        {
            ["exporters"] = new() { ["otlp/tempo"] = Otlp("tempo"), ["otlp/jaeger"] = Otlp("jaeger-collector") },
            ["service"] = Pipeline("otlp/tempo", "otlp/jaeger"),
        }),
        // Jaeger is a collector too, with a store and a page of its own; the operator runs it like any other.
        Collector("jaeger", new()
        {
            ["extensions"] = new()
            {
                ["jaeger_storage"] = new() { ["backends"] = new() { ["traces"] = new() { ["elasticsearch"] = Elasticsearch } } },
                ["jaeger_query"] = new() { ["storage"] = new() { ["traces"] = "traces" }, ["http"] = new() { ["endpoint"] = "0.0.0.0:16686" } },
            },
            ["exporters"] = new() { ["jaeger_storage_exporter"] = new() { ["trace_storage"] = "traces" } },
            ["service"] = Pipeline("jaeger_storage_exporter").Merge(new() { ["extensions"] = ["jaeger_storage", "jaeger_query"] }),
        }, new()
        {
            ["image"] = ((Values)"jaegertracing/jaeger:2.12.0").WithComment("renovate: datasource=docker depName=jaegertracing/jaeger"),
            ["ports"] = [new() { ["name"] = "query", ["port"] = 16686 }],
            ["volumes"] = [new() { ["name"] = "elastic", ["secret"] = new() { ["secretName"] = Password.AsName() } }],
            ["volumeMounts"] = [new() { ["name"] = "elastic", ["mountPath"] = "/etc/elastic", ["readOnly"] = true }],
        }),
    ];

    private static Values Elasticsearch => new()
    {
        ["server_urls"] = ["http://traces-es-http.monitoring.svc:9200"],
        ["auth"] = new() { ["basic"] = new() { ["username"] = "elastic", ["password_file"] = "/etc/elastic/elastic" } },
    };

    /// <summary>A collector that takes OTLP. Its Service is called like it, with <c>-collector</c> behind.</summary>
    private static Manifest Collector(string name, Values config, Values? more = null) => new("opentelemetry.io/v1beta1", "OpenTelemetryCollector", name)
    {
        ["spec"] = new Values
        {
            ["mode"] = "deployment",
            ["config"] = new Values { ["receivers"] = new() { ["otlp"] = new() { ["protocols"] = new() { ["grpc"] = new() { ["endpoint"] = "0.0.0.0:4317" } } } } }.Merge(config),
        }.Merge(more ?? new()),
    };

    private static Values Pipeline(params string[] exporters) => new() { ["pipelines"] = new() { ["traces"] = new() { ["receivers"] = ["otlp"], ["exporters"] = [.. exporters] } } };

    private static Values Otlp(string service) => new() { ["endpoint"] = $"{service}.monitoring.svc:4317", ["tls"] = new() { ["insecure"] = true } };
}
