namespace GitOps;

/// <summary>Everything that synth wants on disk, as values.</summary>
/// <param name="Roots">The folders in which synth may write and look for what it owns, relative to the repository's root: <c>kubernetes</c>.</param>
/// <param name="Files">The files that synth owns, in any order.</param>
internal sealed record TreePlan(IReadOnlyList<string> Roots, IReadOnlyList<PlannedFile> Files)
{
    /// <summary>All Flux Kustomizations in <see cref="Files"/>.</summary>
    public IReadOnlyList<PlannedKustomization> Kustomizations { get; init; } = [];

    /// <summary>The author's own files that the plan counts on.</summary>
    public IReadOnlyList<AuthorFile> AuthorFiles { get; init; } = [];
}
