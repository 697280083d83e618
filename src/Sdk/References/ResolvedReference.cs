namespace GitOps;

/// <summary>A reference with all names known.</summary>
internal readonly record struct ResolvedReference(string ApiVersion, string Kind, string Name, string? TargetNamespace, string? FromNamespace)
{
    /// <summary>The Secret that the object makes, where that has another name than the object (an ExternalSecret's target, a Certificate's secret).</summary>
    public string? Secret { get; init; }

    /// <summary>The name for whoever means the Secret: that which the object makes, or its own.</summary>
    public string SecretName => Secret ?? Name;

    /// <summary>The API group; empty for the core group.</summary>
    public string Group => ApiVersion.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? ApiVersion[..slash] : "";

    /// <summary>The namespace when it must be said: <see langword="null"/> where both live in one.</summary>
    public string? Namespace => TargetNamespace == FromNamespace ? null : TargetNamespace;
}
