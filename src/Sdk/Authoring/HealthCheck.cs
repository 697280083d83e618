namespace GitOps;

/// <summary>
/// An object whose health decides whether an app is ready. An object of the app converts by itself: <c>HealthChecks =&gt; [Database]</c>.
/// </summary>
public sealed class HealthCheck
{
    private readonly KubernetesObject? target;

    /// <summary>An object that something else makes, such as a Deployment of a chart.</summary>
    /// <param name="apiVersion">Group and version, such as <c>apps/v1</c>.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="name">Its name.</param>
    /// <param name="namespace">Its namespace; <see langword="null"/>: the app's.</param>
    public HealthCheck(string apiVersion, string kind, string name, string? @namespace = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(apiVersion);
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ApiVersion = apiVersion;
        Kind = kind;
        GivenName = name;
        GivenNamespace = @namespace;
    }

    private HealthCheck(KubernetesObject target)
    {
        this.target = target;
        ApiVersion = target.ApiVersion;
        Kind = target.Kind;
    }

    internal string ApiVersion { get; }

    internal string Kind { get; }

    internal string? Name => GivenName ?? target?.ResolvedName;

    internal string? Namespace => GivenNamespace ?? target?.ResolvedNamespace;

    private string? GivenName { get; }

    private string? GivenNamespace { get; }

    /// <summary>An object of the app.</summary>
    public static implicit operator HealthCheck(KubernetesObject target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new(target);
    }
}

/// <summary>How Flux judges the health of a kind of custom resource, by CEL expressions over the object's fields; each must yield a bool.</summary>
/// <param name="apiVersion">Group and version; Flux compares the group only.</param>
/// <param name="kind">The kind.</param>
public sealed class HealthCheckExpr(string apiVersion, string kind)
{
    /// <summary>Group and version.</summary>
    public string ApiVersion { get; } = apiVersion;

    /// <summary>The kind.</summary>
    public string Kind { get; } = kind;

    /// <summary>True when the object is healthy.</summary>
    public required string Current { get; init; }

    /// <summary>True while the object is on its way; looked at first.</summary>
    public string? InProgress { get; init; }

    /// <summary>True when the object has failed for good.</summary>
    public string? Failed { get; init; }
}
