namespace GitOps;

/// <summary>What runs Pods in an <see cref="AppTemplate"/>.</summary>
public sealed class AppController
{
    /// <summary><c>deployment</c>, <c>statefulset</c>, <c>daemonset</c>, <c>cronjob</c> or <c>job</c>. Default: deployment.</summary>
    public AppControllerType Type { get; init; }

    /// <summary>How many Pods. Default: 1, the chart's own.</summary>
    public Value<int>? Replicas { get; init; }

    /// <summary>How Pods are replaced: <c>Recreate</c> or <c>RollingUpdate</c>. Default: Recreate, the chart's own, which suits a volume that one node mounts.</summary>
    public string? Strategy { get; init; }

    /// <summary>When a cron job runs: <c>30 3 * * *</c>.</summary>
    public string? Schedule { get; init; }

    /// <summary>Annotations of the controller.</summary>
    public Map<string>? Annotations { get; init; }

    /// <summary>Labels of the controller.</summary>
    public Map<string>? Labels { get; init; }

    /// <summary>Containers that run to their end before the others, in this order.</summary>
    public Named<AppContainer>? InitContainers { get; init; }

    /// <summary>The containers.</summary>
    public required Named<AppContainer> Containers { get; init; }

    /// <summary>The Pods' own options; the chart takes them instead of those of the whole app.</summary>
    public AppPod? Pod { get; init; }

    /// <summary>More of the chart's keys of a controller; what has a property here wins.</summary>
    public Values? Values { get; init; }

    internal Values ToValues(int? port, Construct whose) => new Values()
        .Set("type", Type == AppControllerType.Deployment ? null : Type.ToString().ToLowerInvariant()).Set("replicas", Replicas).Set("strategy", Strategy)
        .Set("annotations", Annotations).Set("labels", Labels)
        .Set("cronjob", Schedule is null ? null : new Values { ["schedule"] = Schedule })
        .Set("initContainers", InitContainers, container => container.ToValues(port, whose)).Set("containers", Containers, container => container.ToValues(port, whose))
        .Set("pod", Pod?.ToValues()).Over(Values);
}
