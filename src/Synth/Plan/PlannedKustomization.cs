namespace GitOps;

/// <summary>One Flux Kustomization of the plan: when one that stands on disk is no longer planned, the cluster prunes what it holds.</summary>
/// <param name="File">The planned file that holds it.</param>
internal sealed record PlannedKustomization(string Namespace, string Name, string File, FindingPlace? Place = null)
{
    /// <summary>Where several clusters are written, the folder that tells this one's files from the others'; else empty.</summary>
    public string ClusterFolder { get; init; } = "";

    /// <summary>What it builds: its <c>spec.path</c> and the folders of its components, relative to the repository's root.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>The variables that its objects may use, for <c>show</c>.</summary>
    public IReadOnlyList<PlannedVariable> Variables => field ??= ListsVariables();

    /// <summary>Gives <see cref="Variables"/>: most runs ask for none.</summary>
    public Func<IReadOnlyList<PlannedVariable>> ListsVariables { get; init; } = static () => [];

    /// <summary>Whether Flux substitutes its objects.</summary>
    public bool IsSubstituted { get; init; }

    /// <summary>The Kustomization as people name it: <c>media/sonarr</c>.</summary>
    public string Address => $"{Namespace}/{Name}";
}
