namespace GitOps;

/// <summary>An object that a Kustomization builds.</summary>
/// <param name="Group">Its API group, empty for the core.</param>
/// <param name="Namespace">Its effective namespace, empty for a cluster-scoped one.</param>
internal sealed record ObjectModel(string Group, string Kind, string Namespace, string Name, FindingPlace? Place = null)
{
    /// <summary>The version of its API, where whoever read it kept it.</summary>
    public string Version { get; init; } = "";

    /// <summary>The Secret that it makes (the target of an ExternalSecret), or <see langword="null"/>.</summary>
    public string? Secret { get; init; }

    /// <summary>Whether <see cref="Namespace"/> is what the build gives it; an empty one may also mean that a transformer above sets it.</summary>
    public bool IsNamespaceKnown { get; init; } = true;

    /// <summary>It says that others may write it too (the <c>ssa</c> mark).</summary>
    public bool IsShared { get; init; }

    public override string ToString() => Namespace.Length == 0 ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";
}
