namespace HomeOps;

/// <summary>Takes an app down while the NAS does not answer: writes into an empty mount are worse than no app. A component written in C#.</summary>
[DependsOn<KedaOperator>]
public sealed partial class Keda : FluxComponent
{
    /// <summary>What is probed (<c>BlackboxExporter.NasProbe</c>).</summary>
    [Variable] public required string Probe { get; init; }

    /// <summary>The kind of the workload.</summary>
    [Variable] public string Kind { get; init; } = "Deployment";

    /// <summary>The workload's name.</summary>
    [Variable] public string Target { get; init; } = AppName;

    /// <summary>How many Pods it has while the NAS answers.</summary>
    [Variable] public int Replicas { get; init; } = 1;

    /// <summary>How long to wait before it is taken down.</summary>
    [Variable] public int CooldownSeconds { get; init; } = 0;

    protected override ManifestList Manifests =>
    [
        new ScaledObject(AppName)
        {
            Spec = new()
            {
                ScaleTargetRef = new() { ApiVersion = "apps/v1", Kind = Variables.Kind, Name = Variables.Target },
                MinReplicaCount = 0,
                MaxReplicaCount = Variables.Replicas,
                CooldownPeriod = Variables.CooldownSeconds,
                Triggers =
                [
                    new()
                    {
                        Type = "prometheus",
                        Metadata = new()
                        {
                            ["serverAddress"] = "http://victoria-metrics.observability.svc.cluster.local:8428",
                            ["query"] = $"max(probe_success{{instance=\"{Variables.Probe}\"}})",
                            ["threshold"] = "1",
                            ["ignoreNullValues"] = "0",
                        },
                    },
                ],
            },
        },
    ];
}
