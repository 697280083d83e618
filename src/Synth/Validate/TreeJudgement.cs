namespace GitOps;

/// <summary>What the engine makes of a tree, as far as reports need it.</summary>
internal sealed record TreeJudgement(IReadOnlyList<Finding> Findings)
{
    /// <summary>Where Flux starts, one for each cluster.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    public int Kustomizations { get; init; }

    /// <summary>What was read, for whoever wants to build it.</summary>
    public ReadTree? Tree { get; init; }

    /// <summary>The Kustomization that a finding belongs to; empty when it is none.</summary>
    public Func<Finding, string> AppOf { get; init; } = static _ => "";

    /// <summary>How many Kustomizations wait, directly or not, for one of this address.</summary>
    public Func<string, int> WaitingFor { get; init; } = static _ => 0;
}

/// <summary>The engine that judges a tree.</summary>
internal delegate TreeJudgement TreeJudge(IFileTree tree, TreeOptions options, CancellationToken cancellation);
