namespace GitOps;

/// <summary>The repository as the renderer sees it. Reads each ownership manifest once, and only when asked.</summary>
internal sealed class RepositoryFiles(IFileSystem disk) : IRepositoryFiles
{
    private readonly Dictionary<string, HashSet<string>?> owned = new(StringComparer.Ordinal);

    public bool FileExists(string path) => KindBehindLinks(path) == DiskEntryKind.File;

    public bool FolderExists(string path) => KindBehindLinks(path) == DiskEntryKind.Folder;

    public byte[]? Read(string path) => FileExists(path) ? disk.Read(path) : null;

    public IReadOnlyList<string> FilesIn(string folder) => In(folder, DiskEntryKind.File);

    public IReadOnlyList<string> FoldersIn(string folder) => In(folder, DiskEntryKind.Folder);

    public bool IsOwned(string path)
    {
        for (var folder = TreePath.FolderOf(path); ; folder = TreePath.FolderOf(folder))
        {
            if (OwnedBy(folder)?.Contains(path) == true) return true;
            if (folder.Length == 0) return false;
        }
    }

    private HashSet<string>? OwnedBy(string folder)
    {
        if (owned.TryGetValue(folder, out var known)) return known;
        var manifest = TreePath.Join(folder, OwnershipManifest.FileName);
        if (FileExists(manifest))
        {
            known = new HashSet<string>(StringComparer.Ordinal);
            foreach (var line in OwnershipManifest.Read(disk.Read(manifest)))
                known.Add(TreePath.Join(folder, line.Path));
        }
        return owned[folder] = known;
    }

    private List<string> In(string folder, DiskEntryKind wanted)
    {
        var paths = new List<string>();
        foreach (var (path, kind) in disk.List(folder))
            if (kind == wanted || (kind == DiskEntryKind.Link && KindBehindLinks(path) == wanted))
                paths.Add(path);
        paths.Sort(StringComparer.Ordinal);
        return paths;
    }

    private DiskEntryKind KindBehindLinks(string path)
    {
        var kind = disk.Kind(path);
        return kind != DiskEntryKind.Link ? kind : disk.LinkTarget(path) is { } target ? disk.Kind(target) : DiskEntryKind.None;
    }
}
