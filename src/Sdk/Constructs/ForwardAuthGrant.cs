using System.Runtime.CompilerServices;
using GitOps.Models.GatewayApi;
using GitOps.Models.Kubernetes;

namespace GitOps;

/// <summary>
/// Lets the logins of other namespaces ask a Service of this app (<see cref="ForwardAuth"/>): a ReferenceGrant, which must lie in the namespace of what it opens, and so belongs to the app that has the Service.
/// <code>
/// new ForwardAuthGrant(Outpost) { Namespaces = [Ref.Namespace&lt;Ns.Media&gt;(), Ref.Namespace&lt;Ns.Observability&gt;()] }
/// </code>
/// </summary>
/// <param name="service">The Service, of this app.</param>
/// <param name="name">The grant's name; <see langword="null"/>: that of the Service.</param>
/// <param name="file">Filled in by the compiler.</param>
/// <param name="line">Filled in by the compiler.</param>
public class ForwardAuthGrant(Service service, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : Construct(file, line)
{
    /// <summary>The namespaces whose apps may ask, by name.</summary>
    public required IReadOnlyList<string> Namespaces { get; init; }

    /// <inheritdoc/>
    protected override ManifestList Compose() =>
    [
        new ReferenceGrant(name ?? ((ObjectRef<Service>)service).Name, File, Line)
        {
            Spec = new()
            {
                From = [.. Namespaces.Select(static from => new ReferenceGrantFrom { Group = "gateway.envoyproxy.io", Kind = "SecurityPolicy", Namespace = from })],
                To = [new() { Group = "", Kind = "Service", Name = ((ObjectRef<Service>)service).Name }],
            },
        },
    ];
}
