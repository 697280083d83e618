using System.Runtime.CompilerServices;
using GitOps.Models.FluxCD;

namespace GitOps;

/// <summary>
/// Messages about what Flux does: a Provider, where they go, and an Alert, which of them. In the <see cref="FluxNamespace.Manifests"/> of a namespace, or of an app for its namespace: Flux looks for sources
/// there unless they name another.
/// <code>
/// new Alerts("alertmanager", "alertmanager", "http://alertmanager.observability:9093/api/v2/alerts/")
/// </code>
/// </summary>
/// <param name="name">The name of both objects.</param>
/// <param name="type">What takes the messages: <c>alertmanager</c>, <c>discord</c>, <c>github</c>, …</param>
/// <param name="address">Its address; <see langword="null"/> for one that the Secret holds.</param>
/// <param name="file">Filled in by the compiler.</param>
/// <param name="line">Filled in by the compiler.</param>
public class Alerts(string name, ProviderType type, string? address = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : Construct(file, line)
{
    /// <summary>Whether all messages are sent (<c>info</c>) or failures alone. Default: <c>error</c>.</summary>
    public AlertEventSeverity Severity { get; init; } = "error";

    /// <summary>Of what. Default: all Kustomizations and HelmReleases of the namespace.</summary>
    public IReadOnlyList<AlertEventSource> Sources { get; init; } = [new() { Kind = "Kustomization", Name = "*" }, new() { Kind = "HelmRelease", Name = "*" }];

    /// <summary>Messages that are not sent, by regular expressions: <c>["dial tcp.*i/o timeout"]</c>.</summary>
    public IReadOnlyList<string>? Except { get; init; }

    /// <summary>The Secret with the token, or with the address.</summary>
    public LocalReference? Secret { get; init; }

    /// <summary>The channel or room.</summary>
    public string? Channel { get; init; }

    /// <summary>What stands in each message besides, such as the cluster's name where several write into one room.</summary>
    public Map<string>? Metadata { get; init; }

    /// <summary>Where the messages go.</summary>
    public Provider Provider => field ??= new(name, File, Line) { Spec = new() { Type = type, Address = address, Channel = Channel, SecretRef = Secret } };

    /// <inheritdoc/>
    protected override ManifestList Compose() =>
    [
        Provider,
        new Alert(name, File, Line) { Spec = new() { ProviderRef = Provider, EventSeverity = Severity, EventSources = Sources, EventMetadata = Metadata, ExclusionList = Except } },
    ];
}
