using GitOps.Models.Kubernetes;

namespace GitOps;

/// <summary>Options of the Pods of an <see cref="AppTemplate"/>.</summary>
public sealed class AppPod
{
    /// <summary>Who the Pod runs as, and who owns its volumes.</summary>
    public PodSecurityContext? SecurityContext { get; init; }

    /// <summary>Whether the Pod uses the node's network. Default: no.</summary>
    public Value<bool>? HostNetwork { get; init; }

    /// <summary>Whose names it resolves: <c>ClusterFirstWithHostNet</c> for a Pod in the node's network.</summary>
    public string? DnsPolicy { get; init; }

    /// <summary>Whether it gets a token for the API server. Default: yes, the chart's own.</summary>
    public Value<bool>? AutomountServiceAccountToken { get; init; }

    /// <summary>How long it may take to stop, in seconds. Default: 30, Kubernetes' own.</summary>
    public Value<int>? TerminationGracePeriodSeconds { get; init; }

    /// <summary>The class that says who is evicted first.</summary>
    public string? PriorityClassName { get; init; }

    /// <summary>Labels of the nodes it may run on.</summary>
    public Map<string>? NodeSelector { get; init; }

    /// <summary>Where it would rather run, and beside whom.</summary>
    public Affinity? Affinity { get; init; }

    /// <summary>Taints that do not keep it away.</summary>
    public IReadOnlyList<Toleration>? Tolerations { get; init; }

    /// <summary>How Pods are spread.</summary>
    public IReadOnlyList<TopologySpreadConstraint>? TopologySpreadConstraints { get; init; }

    /// <summary>Annotations of the Pods.</summary>
    public Map<string>? Annotations { get; init; }

    /// <summary>Labels of the Pods.</summary>
    public Map<string>? Labels { get; init; }

    /// <summary>More of the chart's keys of a Pod; what has a property here wins.</summary>
    public Values? Values { get; init; }

    internal Values ToValues() => new Values()
        .Set("annotations", Annotations).Set("labels", Labels).Set("securityContext", SecurityContext).Set("hostNetwork", HostNetwork).Set("dnsPolicy", DnsPolicy)
        .Set("automountServiceAccountToken", AutomountServiceAccountToken).Set("terminationGracePeriodSeconds", TerminationGracePeriodSeconds).Set("priorityClassName", PriorityClassName)
        .Set("nodeSelector", NodeSelector).Set("affinity", Affinity).Set("tolerations", Tolerations).Set("topologySpreadConstraints", TopologySpreadConstraints).Over(Values);
}
