namespace GitOps;

/// <summary>All that a tree of YAML says, cluster by cluster.</summary>
internal sealed class ReadTree
{
    public required IReadOnlyList<ReadCluster> Clusters { get; init; }

    /// <summary>What reading found wrong: unreadable files, missing folders, patches that do not apply. The rules are run by <see cref="TreeValidation"/>.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    internal required TreeFiles Files { get; init; }

    /// <summary>The clusters' objects.</summary>
    public IEnumerable<ReadObject> Objects => Clusters.SelectMany(static cluster => cluster.Objects);
}

/// <summary>One cluster: everything that follows from one root.</summary>
internal sealed class ReadCluster
{
    public required TreeRoot Root { get; init; }

    public required FluxModel Model { get; init; }

    /// <summary>In the order in which Flux comes to them; the first is the root itself.</summary>
    public required IReadOnlyList<ReadKustomization> Kustomizations { get; init; }

    public required ObjectIndex Index { get; init; }

    public IEnumerable<ReadObject> Objects => Kustomizations.SelectMany(static app => app.Objects);
}
