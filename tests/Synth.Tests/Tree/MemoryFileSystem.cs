namespace GitOps.Tests;

/// <summary>A disk in memory, on which any step can fail: before it does anything, or half-way through a write.</summary>
internal sealed class MemoryFileSystem : IFileSystem
{
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> folders = new(StringComparer.Ordinal) { "" };

    /// <summary>How many steps were taken.</summary>
    public int Steps { get; private set; }

    /// <summary>The step at which the disk fails, counted from 1.</summary>
    public int FailAt { get; set; } = int.MaxValue;

    public Failure Failure { get; set; }

    public IReadOnlyDictionary<string, byte[]> Files => files;

    public MemoryFileSystem Clone()
    {
        var clone = new MemoryFileSystem();
        foreach (var (path, content) in files) clone.files[path] = content;
        clone.folders.UnionWith(folders);
        return clone;
    }

    public DiskEntryKind Kind(string path)
    {
        Step();
        return files.ContainsKey(path) ? DiskEntryKind.File : folders.Contains(path) ? DiskEntryKind.Folder : DiskEntryKind.None;
    }

    public IEnumerable<(string Path, DiskEntryKind Kind)> Walk(string folder)
    {
        Step();
        return [.. files.Keys.Where(path => TreePath.IsIn(path, folder)).Select(static path => (path, DiskEntryKind.File)),
            .. folders.Where(path => path != folder && TreePath.IsIn(path, folder)).Select(static path => (path, DiskEntryKind.Folder))];
    }

    public IEnumerable<(string Path, DiskEntryKind Kind)> List(string folder) => Walk(folder).Where(entry => TreePath.FolderOf(entry.Path) == folder);

    public byte[] Read(string path)
    {
        Step();
        return Content(path);
    }

    public bool Holds(string path, ReadOnlySpan<byte> content)
    {
        Step();
        return Content(path).AsSpan().SequenceEqual(content);
    }

    public string? LinkTarget(string path) => path;

    public void CreateFolder(string path)
    {
        Step(writes: true);
        for (; path.Length > 0; path = TreePath.FolderOf(path)) folders.Add(path);
    }

    public void Write(string path, ReadOnlySpan<byte> content)
    {
        if (Fails(writes: true))
        {
            // The disk is full, or the process dies, half-way.
            files[path] = content[..(content.Length / 2)].ToArray();
            throw new IOException("No space left on device");
        }
        if (!folders.Contains(TreePath.FolderOf(path))) throw new DirectoryNotFoundException(path);
        files[path] = content.ToArray();
    }

    public void Replace(string from, string to)
    {
        Step(writes: true);
        files[to] = Content(from);
        files.Remove(from);
    }

    public void DeleteFile(string path)
    {
        // A full disk still lets files go.
        Step(writes: Failure == Failure.Crash);
        files.Remove(path);
    }

    public void DeleteFolder(string path)
    {
        Step(writes: Failure == Failure.Crash);
        if (files.Keys.Any(file => TreePath.IsIn(file, path)) || folders.Any(other => other != path && TreePath.IsIn(other, path)))
            throw new IOException("Directory not empty");
        folders.Remove(path);
    }

    public (byte[] Ours, byte[] Theirs)? ConflictSides(string path) => null;

    public IEnumerable<byte[]> EarlierVersions(string path) => [];

    public IDisposable? TryLock()
    {
        Step(writes: true);
        return new MemoryStream();
    }

    /// <summary>The disk is well again.</summary>
    public void Heal() => FailAt = int.MaxValue;

    private byte[] Content(string path) => files.TryGetValue(path, out var content) ? content : throw new FileNotFoundException(path);

    private void Step(bool writes = false)
    {
        if (Fails(writes)) throw new IOException("No space left on device");
    }

    private bool Fails(bool writes)
    {
        Steps++;
        return Failure switch
        {
            Failure.Crash => Steps >= FailAt,
            Failure.FullDisk => writes && Steps >= FailAt,
            _ => Steps == FailAt,
        };
    }
}

public enum Failure
{
    /// <summary>One step fails, the next would do.</summary>
    Once,

    /// <summary>From here on nothing works: the process died, the disk is gone.</summary>
    Crash,

    /// <summary>From here on nothing can be written, while reading and deleting still work.</summary>
    FullDisk,
}
