namespace GitOps;

/// <summary>A substitution variable as a Kustomization sees it.</summary>
/// <param name="Value">Its value, or <see langword="null"/> when it is not in Git (a Secret's).</param>
/// <param name="Origin">Where the value comes from, in words: <c>Secret cluster-secrets</c>, <c>substitute</c>, <c>default in components/volsync</c>.</param>
internal sealed record PlannedVariable(string Name, string? Value, string Origin)
{
    /// <summary>Nothing sets it: the text's own default counts, which may differ from place to place.</summary>
    public bool IsDefault { get; init; }
}
