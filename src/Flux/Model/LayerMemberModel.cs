namespace GitOps;

/// <summary>An app that a layer's Kustomization applies: it has none of its own, so what it needs is the layer's to wait for.</summary>
/// <param name="Id">Its namespace and name.</param>
/// <param name="Layer">The Kustomization of its layer.</param>
internal sealed record LayerMemberModel(KustomizationId Id, KustomizationId Layer)
{
    /// <summary>What it says it needs.</summary>
    public IReadOnlyList<LayerNeed> Needs { get; init; } = [];
}

/// <summary>Something that an app of a layer needs.</summary>
/// <param name="Target">The app needed.</param>
/// <param name="AppliedBy">The Kustomization that applies it: its layer's, or its own.</param>
/// <param name="Dependency">The dependency as it was said.</param>
internal sealed record LayerNeed(KustomizationId Target, KustomizationId AppliedBy, DependencyModel Dependency);
