namespace GitOps;

/// <summary>A Kustomization depended on that has no class of its own.</summary>
/// <param name="Name">The Kustomization's name.</param>
/// <param name="Namespace">Its namespace; <see langword="null"/>: the namespace of the app that depends on it.</param>
public sealed record Dependency(string Name, string? Namespace = null)
{
    /// <summary>A CEL expression over <c>dep</c> and <c>self</c> that says when it is ready; it replaces Flux's own check.</summary>
    public string? ReadyExpr { get; init; }
}
