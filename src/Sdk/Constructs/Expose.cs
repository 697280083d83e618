using System.Runtime.CompilerServices;
using GitOps.Models.GatewayApi;

namespace GitOps;

/// <summary>
/// An HTTPRoute from gateways to one Service. The app depends on the apps that have the gateways.
/// <code>
/// new Expose($"metrics.{ClusterSecrets.SecretDomain}", 8428, Ref&lt;EnvoyGateway&gt;.To(gateway =&gt; gateway.Internal))
/// </code>
/// For more than that (matches, filters, weights) there is <see cref="HTTPRoute"/> itself.
/// </summary>
public class Expose : Construct
{
    private readonly int port;
    private readonly IReadOnlyList<ParentRef> gateways;
    private readonly string? name;

    /// <summary>A route for one host name.</summary>
    /// <param name="hostname">The host name.</param>
    /// <param name="port">The Service's port.</param>
    /// <param name="gateway">The gateway.</param>
    /// <param name="name">The route's name; <see langword="null"/>: the app's.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Expose(string hostname, int port, ParentRef gateway, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : this([hostname], port, [gateway], name, file, line)
    {
    }

    /// <summary>A route for several host names, or from several gateways.</summary>
    /// <param name="hostnames">The host names.</param>
    /// <param name="port">The Service's port.</param>
    /// <param name="gateways">The gateways.</param>
    /// <param name="name">The route's name; <see langword="null"/>: the app's.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Expose(IReadOnlyList<string> hostnames, int port, IReadOnlyList<ParentRef> gateways, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
        ArgumentNullException.ThrowIfNull(hostnames);
        ArgumentNullException.ThrowIfNull(gateways);
        Hostnames = hostnames;
        this.port = port;
        this.gateways = gateways;
        this.name = name;
    }

    /// <summary>The host names.</summary>
    public IReadOnlyList<string> Hostnames { get; }

    /// <summary>The Service, by name. Default: the one that is called like the app.</summary>
    public string? Service { get; init; }

    /// <summary>Below which path; what is asked for outside of it is not answered. Default: all.</summary>
    public string? PathPrefix { get; init; }

    /// <summary>Annotations of the route, such as those of external-dns.</summary>
    public Map<string>? Annotations { get; init; }

    /// <summary>The route, for policies that stand in front of it.</summary>
    public HTTPRoute Route => field ??= new(name, File, Line)
    {
        Metadata = new() { Annotations = Annotations },
        Spec = new()
        {
            Hostnames = Hostnames,
            ParentRefs = gateways,
            Rules =
            [
                new()
                {
                    Matches = PathPrefix is null ? null : [new() { Path = new() { Type = "PathPrefix", Value = PathPrefix } }],
                    BackendRefs = [Service is null ? new() { Name = "", Deferred = Own } : new() { Name = Service, Port = port }],
                },
            ],
        },
    };

    /// <inheritdoc/>
    protected override ManifestList Compose() => [Route];

    private HTTPRouteBackendRef Own(ReferenceContext context) => new() { Name = context.App?.Name ?? "", Port = port };
}
