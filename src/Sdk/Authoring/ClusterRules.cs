namespace GitOps;

/// <summary>What a cluster asks of its apps beyond what holds for all, and what it needs not ask.</summary>
public sealed record ClusterRules
{
    /// <summary>
    /// API groups whose CustomResourceDefinitions are there before Flux is, installed by the bootstrap: nobody needs to depend on who brings them. Default: none.
    /// </summary>
    public IReadOnlyList<string> BootstrappedGroups { get; init; } = [];

    /// <summary>Whether every container must have a limit of its memory (GOPS7005). Default: no.</summary>
    public bool RequireLimits { get; init; }
}
