using System.Runtime.InteropServices;

namespace GitOps;

/// <summary>Brings the disk to what a comparison wants, so that a crash or a full disk at any step leaves a tree that the next run understands:
/// first every manifest says both what was and what will be, then the files change one by one, each in one step, then the manifests forget what was.</summary>
internal sealed class TreeWriter
{
    private readonly IFileSystem disk;
    private readonly TreeComparison comparison;
    private readonly Action<int, int>? progress;
    private readonly WriteOutcome outcome = new();
    private readonly HashSet<string> madeFolders = new(StringComparer.Ordinal);
    private string current = "";

    private TreeWriter(IFileSystem disk, TreeComparison comparison, Action<int, int>? progress) =>
        (this.disk, this.comparison, this.progress) = (disk, comparison, progress);

    /// <param name="progress">Told how many of how many changes are done.</param>
    public static WriteOutcome Write(IFileSystem disk, TreeComparison comparison, Action<int, int>? progress = null, CancellationToken cancellation = default) =>
        new TreeWriter(disk, comparison, progress).Run(cancellation);

    private WriteOutcome Run(CancellationToken cancellation)
    {
        try
        {
            foreach (var leftover in comparison.Disk.Leftovers)
            {
                current = leftover;
                disk.DeleteFile(leftover);
            }
            foreach (var unit in comparison.Units) Announce(unit);
            var done = 0;
            foreach (var change in comparison.Changes)
            {
                cancellation.ThrowIfCancellationRequested();
                Apply(change);
                progress?.Invoke(++done, comparison.Changes.Count);
            }
            // From the deepest unit upwards, so that an emptied folder goes before the one that holds it.
            for (var i = comparison.Units.Count - 1; i >= 0; i--)
                Finish(comparison.Units[i]);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            outcome.Refusal = (current, refusal);
        }
        return outcome;
    }

    /// <summary>Writes the manifest that knows the old and the new hashes, when the one on disk does not know them all.</summary>
    private void Announce(UnitState unit)
    {
        var onDisk = comparison.Disk.Manifests.GetValueOrDefault(unit.Folder);
        var lines = new List<ManifestLine>(unit.Lines);
        if (onDisk is not null) lines.AddRange(onDisk.Lines);
        foreach (var change in unit.Changes)
            if (comparison.Disk.Owned.TryGetValue(change.Path, out var recorded))
                recorded.AddTo(lines, unit.Relative(change.Path));
        lines.Sort();
        RemoveDoubles(lines);
        var isNews = onDisk is null ? lines.Count > 0 : !HoldsAll(onDisk.Lines, lines);
        if (!isNews) return;
        WriteManifest(unit, lines);
        // The final lines are among those announced: as many are the same.
        unit.ManifestChanges = lines.Count != unit.Lines.Count;
    }

    private void Apply(FileChange change)
    {
        current = change.Path;
        switch (change.Action)
        {
            case FileAction.Create:
                WriteFile(change.Path, change.Planned!.Content);
                outcome.Created++;
                break;
            case FileAction.Update:
                WriteFile(change.Path, change.Planned!.Content);
                outcome.Updated++;
                break;
            case FileAction.Delete:
                disk.DeleteFile(change.Path);
                outcome.Deleted++;
                break;
        }
    }

    private void Finish(UnitState unit)
    {
        // The folders inside the unit first: while the manifest is there, an interrupted run is understood.
        RemoveEmptied(unit);
        if (!unit.ManifestChanges) return;
        if (unit.Lines.Count > 0)
        {
            WriteManifest(unit, unit.Lines);
            return;
        }
        current = unit.ManifestPath;
        if (disk.Kind(unit.ManifestPath) == DiskEntryKind.File)
        {
            disk.DeleteFile(unit.ManifestPath);
            outcome.Manifests++;
        }
        RemoveIfEmpty(unit.Folder);
    }

    private void RemoveEmptied(UnitState unit)
    {
        HashSet<string>? folders = null;
        foreach (var change in unit.Changes)
            if (change.Action == FileAction.Delete)
                for (var folder = TreePath.FolderOf(change.Path); folder.Length > unit.Folder.Length; folder = TreePath.FolderOf(folder))
                    (folders ??= new HashSet<string>(StringComparer.Ordinal)).Add(folder);
        if (folders is null) return;
        var deepestFirst = new List<string>(folders);
        deepestFirst.Sort(static (a, b) => b.Length.CompareTo(a.Length));
        foreach (var folder in deepestFirst) RemoveIfEmpty(folder);
    }

    private void RemoveIfEmpty(string folder)
    {
        if (folder.Length == 0 || disk.Kind(folder) != DiskEntryKind.Folder) return;
        foreach (var _ in disk.List(folder)) return;
        current = folder;
        disk.DeleteFolder(folder);
    }

    private void WriteManifest(UnitState unit, List<ManifestLine> lines)
    {
        current = unit.ManifestPath;
        WriteFile(unit.ManifestPath, OwnershipManifest.Write(lines));
        outcome.Manifests++;
    }

    private void WriteFile(string path, ReadOnlyMemory<byte> content)
    {
        var folder = TreePath.FolderOf(path);
        if (madeFolders.Add(folder) && folder.Length > 0) disk.CreateFolder(folder);
        var temporary = path + DiskTree.TemporarySuffix;
        try
        {
            disk.Write(temporary, content.Span);
            disk.Replace(temporary, path);
        }
        catch
        {
            // On a full disk the half-written file must not stay in the way of what comes next.
            try
            {
                disk.DeleteFile(temporary);
            }
            catch (Exception alsoRefused) when (alsoRefused is IOException or UnauthorizedAccessException)
            {
                // The next run knows leftovers by their name.
            }
            throw;
        }
    }

    private static void RemoveDoubles(List<ManifestLine> sorted)
    {
        var kept = 0;
        var span = CollectionsMarshal.AsSpan(sorted);
        for (var i = 0; i < span.Length; i++)
            if (i == 0 || span[i] != span[kept - 1])
                span[kept++] = span[i];
        sorted.RemoveRange(kept, sorted.Count - kept);
    }

    private static bool HoldsAll(List<ManifestLine> known, List<ManifestLine> wanted)
    {
        var set = new HashSet<ManifestLine>(known);
        foreach (var line in wanted)
            if (!set.Contains(line)) return false;
        return true;
    }
}
