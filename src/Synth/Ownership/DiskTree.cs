namespace GitOps;

/// <summary>What stands below the tree's roots before a run: every entry, and what the ownership manifests say.</summary>
internal sealed class DiskTree
{
    /// <summary>Ends the name of a file while it is being written; one that is left over is from a run that was interrupted.</summary>
    public const string TemporarySuffix = ".gitops-tmp";

    private readonly Dictionary<string, DiskEntryKind> entries = new(StringComparer.Ordinal);

    private DiskTree() { }

    /// <summary>The manifests by the folder in which they lie.</summary>
    public Dictionary<string, DiskManifest> Manifests { get; } = new(StringComparer.Ordinal);

    /// <summary>The files that some manifest lists, there or not.</summary>
    public Dictionary<string, RecordedHashes> Owned { get; } = new(StringComparer.Ordinal);

    /// <summary>Files that an interrupted run left half-written.</summary>
    public List<string> Leftovers { get; } = [];

    /// <summary>The symbolic links below the roots.</summary>
    public List<string> Links { get; } = [];

    public DiskEntryKind Kind(string path) => entries.GetValueOrDefault(path);

    public static DiskTree Read(IFileSystem disk, IReadOnlyList<string> roots)
    {
        var tree = new DiskTree();
        foreach (var root in roots)
            foreach (var (path, kind) in disk.Walk(root))
                tree.Add(path, kind);
        foreach (var (folder, manifest) in tree.Manifests)
        {
            manifest.Content = disk.Read(TreePath.Join(folder, OwnershipManifest.FileName));
            manifest.Lines.AddRange(OwnershipManifest.Read(manifest.Content));
            foreach (var line in manifest.Lines)
            {
                var path = TreePath.Join(folder, line.Path);
                tree.Owned[path] = tree.Owned.TryGetValue(path, out var recorded) ? recorded.With(line.Hash) : new RecordedHashes(folder, line.Hash);
            }
        }
        tree.Leftovers.Sort(StringComparer.Ordinal);
        return tree;
    }

    private void Add(string path, DiskEntryKind kind)
    {
        if (!entries.TryAdd(path, kind)) return;
        if (kind == DiskEntryKind.Link) Links.Add(path);
        if (kind != DiskEntryKind.File) return;
        if (path.EndsWith(TemporarySuffix, StringComparison.Ordinal)) Leftovers.Add(path);
        else if (path.EndsWith(OwnershipManifest.FileName, StringComparison.Ordinal) && TreePath.FileOf(path) == OwnershipManifest.FileName)
            Manifests.Add(TreePath.FolderOf(path), new DiskManifest());
    }
}
