namespace GitOps;

/// <summary>
/// An object whose health decides whether an app is ready. An object of the app converts by itself: <c>HealthChecks =&gt; [Database]</c>.
/// </summary>
public sealed class HealthCheck
{
    private readonly KubernetesObject? target;
    private readonly ObjectRef? reference;

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

    private HealthCheck(ObjectRef reference)
    {
        this.reference = reference;
        ApiVersion = "";
        Kind = "";
    }

    internal string ApiVersion { get; }

    internal string Kind { get; }

    internal string? Name => GivenName ?? target?.ResolvedName;

    internal string? Namespace => GivenNamespace ?? target?.ResolvedNamespace;

    /// <summary>The check with all names known; nothing substitutes them in the Kustomization itself.</summary>
    internal HealthCheck For(ReferenceContext context)
    {
        if (reference is null)
            return this;
        var found = reference.Resolve(context);
        if (SubstitutionText.MayHoldExpressions(found.Name))
            throw new ReferenceException($"the name of this {found.Kind}, '{found.Name}', takes a variable that is not known here; set it on the component", reference.Place);
        return new HealthCheck(found.ApiVersion, found.Kind, found.Name, found.TargetNamespace);
    }

    private string? GivenName { get; }

    private string? GivenNamespace { get; }

    /// <summary>An object of the app.</summary>
    public static implicit operator HealthCheck(KubernetesObject target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new(target);
    }

    /// <summary>An object that a component brings, or another app's.</summary>
    public static implicit operator HealthCheck(ObjectRef target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new(target);
    }
}
