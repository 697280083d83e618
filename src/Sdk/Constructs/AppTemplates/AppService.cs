namespace GitOps;

/// <summary>A Service of an <see cref="AppTemplate"/>.</summary>
public sealed class AppService
{
    /// <summary>The controller whose Pods answer. Default: the only one.</summary>
    public string? Controller { get; init; }

    /// <summary><c>ClusterIP</c>, <c>LoadBalancer</c> or <c>NodePort</c>. Default: ClusterIP.</summary>
    public string? Type { get; init; }

    /// <summary>The ports, by name.</summary>
    public required Named<AppPort> Ports { get; init; }

    /// <summary>Whether the nodes pass requests on to each other: <c>Cluster</c> or <c>Local</c>, which keeps the client's address.</summary>
    public string? ExternalTrafficPolicy { get; init; }

    /// <summary>Annotations of the Service, such as the address that a load balancer gives it.</summary>
    public Map<string>? Annotations { get; init; }

    /// <summary>More of the chart's keys of a Service; what has a property here wins.</summary>
    public Values? Values { get; init; }

    internal Values ToValues() => new Values()
        .Set("controller", Controller).Set("type", Type).Set("annotations", Annotations).Set("externalTrafficPolicy", ExternalTrafficPolicy).Set("ports", Ports, static port => port.ToValues()).Over(Values);
}
