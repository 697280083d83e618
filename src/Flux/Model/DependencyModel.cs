namespace GitOps;

/// <summary>One edge of the graph: an entry of dependsOn, in the dependent's code or brought by one of its components.</summary>
/// <param name="Target">What it names; a missing namespace is already the dependent's own effective one.</param>
/// <param name="Place">Where it is written.</param>
internal sealed record DependencyModel(KustomizationId Target, FindingPlace? Place = null)
{
    /// <summary>The component that brings it, or <see langword="null"/>.</summary>
    public string? Component { get; init; }

    /// <summary>It has a readyExpr, which replaces the built-in check.</summary>
    public bool HasReadyExpression { get; init; }

    /// <summary>
    /// It follows from a reference to one of the target's objects and stands in no dependsOn: the target must be written, but such a circle stops nothing.
    /// </summary>
    public bool IsImplied { get; init; }

    /// <summary>
    /// The target applies this Kustomization, so there is none before: to wait for it from there never ends, though it stands in no dependsOn.
    /// </summary>
    public bool IsMaker { get; init; }
}
