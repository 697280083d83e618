namespace HomeOps;

/// <summary>Reads the logs of every Pod, and hands them to VictoriaLogs.</summary>
[App<Ns.Observability>]
[DependsOn<VictoriaLogs>]
public sealed class FluentBit : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/fluent/helm-charts/fluent-bit", "0.57.2");

    public override ManifestList Manifests =>
    [
        Chart,
        new HelmRelease
        {
            Spec = new()
            {
                Interval = "1h",
                ChartRef = Chart,
                Values = new()
                {
                    ["serviceMonitor"] = new() { ["enabled"] = true },
                    ["config"] = new()
                    {
                        ["outputs"] =
                            """
                            [OUTPUT]
                                Name             http
                                Match            kube.*
                                Host             victoria-logs.observability.svc.cluster.local
                                Port             9428
                                URI              /insert/jsonline?_stream_fields=stream,kubernetes_namespace_name,kubernetes_pod_name&_msg_field=log&_time_field=date
                                Format           json_lines
                                Json_date_format iso8601
                                Compress         gzip
                            """,
                    },
                },
            },
        },
    ];
}
