namespace GitOps;

/// <summary>Where Flux starts in the tree: a folder, and what is known of the Kustomization that builds it.</summary>
/// <param name="Folder">Relative to the repository.</param>
/// <param name="FoundBy">Why this is one, for people.</param>
internal sealed record TreeRoot(string Folder, string FoundBy)
{
    /// <summary>The name and namespace of the Kustomization, and of its source.</summary>
    public KustomizationId Id { get; init; } = new("flux-system", "flux-system");

    /// <summary>The Kustomization as it is written, when it is in the tree.</summary>
    public DataValue? Declared { get; init; }
}
