using GitOps.Models.GatewayApi;

namespace GitOps;

/// <summary>An HTTPRoute of an <see cref="AppTemplate"/>: the app depends on the apps of the gateways.</summary>
public sealed class AppRoute
{
    /// <summary>A route for one host name.</summary>
    /// <param name="hostname">The host name.</param>
    /// <param name="gateways">The gateways it is attached to: <c>Ref&lt;EnvoyGateway&gt;.To(gateway =&gt; gateway.Internal)</c>.</param>
    public AppRoute(string hostname, params IReadOnlyList<ParentRef> gateways)
        : this([hostname], gateways)
    {
    }

    /// <summary>A route for several host names.</summary>
    /// <param name="hostnames">The host names.</param>
    /// <param name="gateways">The gateways it is attached to.</param>
    public AppRoute(IReadOnlyList<string> hostnames, params IReadOnlyList<ParentRef> gateways)
    {
        ArgumentNullException.ThrowIfNull(hostnames);
        ArgumentNullException.ThrowIfNull(gateways);
        Hostnames = hostnames;
        Gateways = gateways;
    }

    /// <summary>The host names.</summary>
    public IReadOnlyList<string> Hostnames { get; }

    /// <summary>The gateways it is attached to.</summary>
    public IReadOnlyList<ParentRef> Gateways { get; }

    /// <summary>The service that answers, by its name in <see cref="AppTemplate.Services"/>. Default: the only one; with several the chart asks for it.</summary>
    public string? Service { get; init; }

    /// <summary>The service's port, by name or number; with <see cref="Service"/> only. Default: the service's first.</summary>
    public IntOrString? Port { get; init; }

    /// <summary>Annotations of the route, such as those of external-dns.</summary>
    public Map<string>? Annotations { get; init; }

    /// <summary>More of the chart's keys of a route, such as <c>rules</c>; what has a property here wins.</summary>
    public Values? Values { get; init; }

    internal Values ToValues() => new Values()
        .Set("annotations", Annotations)
        .Set("hostnames", GitOps.Values.Create([.. Hostnames.Select(static name => (Values)name)]))
        .Set("parentRefs", Gateways)
        .Set("rules", Service is null ? null : GitOps.Values.Create([Rule(Service)])).Over(Values);

    private Values Rule(string service) => new() { ["backendRefs"] = [new Values { ["identifier"] = service }.Set("port", Port is { } port ? (Values)port : null)] };
}
