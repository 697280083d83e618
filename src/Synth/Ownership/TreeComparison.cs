namespace GitOps;

/// <summary>The difference between a plan and the disk.</summary>
internal sealed class TreeComparison
{
    /// <summary>All units that the plan or the disk knows, in ordinal order of their folders.</summary>
    public required IReadOnlyList<UnitState> Units { get; init; }

    /// <summary>All changes, in ordinal order of their paths.</summary>
    public required IReadOnlyList<FileChange> Changes { get; init; }

    public required DiskTree Disk { get; init; }

    /// <summary>How many planned files stand on disk as planned.</summary>
    public required int Unchanged { get; init; }

    public bool IsUpToDate
    {
        get
        {
            if (Changes.Count > 0 || Disk.Leftovers.Count > 0) return false;
            foreach (var unit in Units)
                if (unit.ManifestChanges) return false;
            return true;
        }
    }
}
