namespace GitOps;

/// <summary>The disk below the repository's root, as far as synth needs it: the one seam through which everything goes, so that tests can let any step fail.
/// Paths are relative to the root (see <see cref="TreePath"/>), the empty path is the root itself. What the disk refuses is an <see cref="IOException"/> or an <see cref="UnauthorizedAccessException"/>.</summary>
internal interface IFileSystem
{
    /// <summary>What stands at a path, without following a link at its end.</summary>
    DiskEntryKind Kind(string path);

    /// <summary>Everything below a folder, links not followed, in no order; nothing when there is no such folder.</summary>
    IEnumerable<(string Path, DiskEntryKind Kind)> Walk(string folder);

    /// <summary>Everything directly in a folder.</summary>
    IEnumerable<(string Path, DiskEntryKind Kind)> List(string folder);

    byte[] Read(string path);

    /// <summary>Whether a file holds exactly these bytes: length first, then the bytes.</summary>
    bool Holds(string path, ReadOnlySpan<byte> content);

    /// <summary>Where a link ends, or <see langword="null"/> when that is outside the root.</summary>
    string? LinkTarget(string path);

    /// <summary>Makes a folder and its parents.</summary>
    void CreateFolder(string path);

    /// <summary>Writes a whole new file; on failure it may be there in part.</summary>
    void Write(string path, ReadOnlySpan<byte> content);

    /// <summary>Puts a file in another's place in one step.</summary>
    void Replace(string from, string to);

    void DeleteFile(string path);

    /// <summary>Deletes an empty folder.</summary>
    void DeleteFolder(string path);

    /// <summary>The two files that met in a merge conflict, as Git's index keeps them, or <see langword="null"/> when Git has none for this path.</summary>
    (byte[] Ours, byte[] Theirs)? ConflictSides(string path);

    /// <summary>A file as earlier commits left it, the latest first.</summary>
    IEnumerable<byte[]> EarlierVersions(string path);

    /// <summary>Takes the lock that keeps two runs apart, or gives <see langword="null"/> when another holds it. It ends with the process, whatever happens.</summary>
    IDisposable? TryLock();
}
