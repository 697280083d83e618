using System.Runtime.CompilerServices;
using GitOps.Models.EnvoyGateway;
using GitOps.Models.GatewayApi;
using GitOps.Models.Kubernetes;

namespace GitOps;

/// <summary>
/// A login in front of an app's HTTPRoute: a SecurityPolicy by which Envoy Gateway asks a Service about every request. The app depends on the one that has the Service. Where that lies in another namespace
/// it must allow the question, by a <see cref="ForwardAuthGrant"/>; without one synth says GOPS5018.
/// <code>
/// new ForwardAuth(Ref&lt;Authentik&gt;.To(authentik =&gt; authentik.Outpost), 9000, "/outpost.goauthentik.io/auth/envoy")
/// </code>
/// </summary>
public class ForwardAuth : Construct
{
    private readonly ObjectRef<Service> service;
    private readonly int port;
    private readonly string path;
    private readonly string? name;

    /// <summary>A login.</summary>
    /// <param name="service">The Service that is asked; one that a chart or operator makes is declared by its app (<c>Provided(new Service("…"))</c>).</param>
    /// <param name="port">Its port.</param>
    /// <param name="path">The path that is asked; Envoy puts the request's own path behind it.</param>
    /// <param name="name">The policy's name; <see langword="null"/>: the app's.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ForwardAuth(ObjectRef<Service> service, int port, string path, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(path);
        this.service = service;
        this.port = port;
        this.path = path;
        this.name = name;
    }

    /// <summary>The routes that it stands in front of. Default: the HTTPRoute that is called like the app, as that of an <see cref="AppTemplate"/> is.</summary>
    public IReadOnlyList<BackendTLSPolicyTargetRef>? Routes { get; init; }

    /// <summary>Headers of the request that the Service sees, beside <c>Host</c>, method, path, <c>Content-Length</c> and <c>Authorization</c>. Default: those that a login page needs.</summary>
    public IReadOnlyList<string> HeadersToExtAuth { get; init; } = ["accept", "cookie", "x-forwarded-host", "x-forwarded-proto"];

    /// <summary>Headers of the answer that the app sees, such as the user's name. Default: none; a client could send them itself, so the app must trust nobody but the gateway.</summary>
    public IReadOnlyList<string>? HeadersToBackend { get; init; }

    /// <inheritdoc/>
    protected override ManifestList Compose() =>
    [
        new SecurityPolicy(name, File, Line)
        {
            Spec = new()
            {
                TargetRefs = Routes ?? [new() { Group = "", Kind = "", Name = "", Deferred = static context => new BackendTLSPolicyTargetRef { Group = "gateway.networking.k8s.io", Kind = "HTTPRoute", Name = context.App?.Name ?? "" } }],
                ExtAuth = new()
                {
                    FailOpen = false,
                    HeadersToExtAuth = HeadersToExtAuth,
                    Http = new()
                    {
                        Path = path,
                        BackendRefs = [new() { Name = "", Deferred = service.Late(found => new ExtProcBackendRef { Name = found.Name, Namespace = found.Namespace, Port = port }) }],
                        HeadersToBackend = HeadersToBackend,
                    },
                },
            },
        },
    ];
}
