namespace GitOps;

/// <summary>What the user allows a run to do.</summary>
internal sealed record SynthOptions
{
    /// <summary>Take over foreign files that stand in the way.</summary>
    public bool Adopt { get; init; }

    /// <summary>Give up all edits by hand.</summary>
    public bool OverwriteAll { get; init; }

    /// <summary>Give up the edits by hand in these files, or below these folders.</summary>
    public IReadOnlyList<string> Overwrite { get; init; } = [];

    /// <summary>Kustomizations (<c>media/sonarr</c>) and objects that may be pruned with what they hold.</summary>
    public IReadOnlyList<string> AllowPrune { get; init; } = [];

    public bool Overwrites(string path) => OverwriteAll || OverwritesByName(path);

    /// <summary>Whether the file, or a folder that it lies in, is named. What Flux keeps up to date is no edit by hand: it is given up only so.</summary>
    public bool OverwritesByName(string path)
    {
        foreach (var given in Overwrite)
            if (TreePath.IsIn(path, given)) return true;
        return false;
    }
}
