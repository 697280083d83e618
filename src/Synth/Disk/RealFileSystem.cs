using System.Buffers;
using System.IO.Enumeration;

namespace GitOps;

/// <summary>The real disk below one folder.</summary>
internal sealed class RealFileSystem : IFileSystem
{
    private readonly string root;

    public RealFileSystem(string root) => this.root = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(root));

    public DiskEntryKind Kind(string path)
    {
        var info = new FileInfo(Full(path));
        // LinkTarget, unlike the ReparsePoint bit, tells links from other reparse points (a file that a cloud folder keeps elsewhere).
        if (info.LinkTarget is not null) return DiskEntryKind.Link;
        if (info.Exists) return DiskEntryKind.File;
        return Directory.Exists(info.FullName) ? DiskEntryKind.Folder : DiskEntryKind.None;
    }

    public IEnumerable<(string Path, DiskEntryKind Kind)> Walk(string folder) => Enumerate(folder, recurse: true);

    public IEnumerable<(string Path, DiskEntryKind Kind)> List(string folder) => Enumerate(folder, recurse: false);

    public byte[] Read(string path) => File.ReadAllBytes(Full(path));

    public bool Holds(string path, ReadOnlySpan<byte> content)
    {
        using var file = File.OpenHandle(Full(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (RandomAccess.GetLength(file) != content.Length) return false;
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(Math.Max(content.Length, 1), 64 * 1024));
        try
        {
            for (var offset = 0; offset < content.Length;)
            {
                var read = RandomAccess.Read(file, buffer.AsSpan(0, Math.Min(buffer.Length, content.Length - offset)), offset);
                if (read == 0 || !buffer.AsSpan(0, read).SequenceEqual(content.Slice(offset, read))) return false;
                offset += read;
            }
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public string? LinkTarget(string path)
    {
        var target = Resolved(Full(path));
        var realRoot = Resolved(root);
        if (target == realRoot) return "";
        return target.StartsWith(realRoot + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal) ? Relative(realRoot, target) : null;
    }

    public void CreateFolder(string path) => Directory.CreateDirectory(Full(path));

    public void Write(string path, ReadOnlySpan<byte> content)
    {
        // Not FileMode.Create: it truncates even what it just made, and ext4 then flushes each file when it is closed.
        using var file = File.OpenHandle(Full(path), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        RandomAccess.Write(file, content, 0);
    }

    public void Replace(string from, string to) => File.Move(Full(from), Full(to), overwrite: true);

    public void DeleteFile(string path) => File.Delete(Full(path));

    public void DeleteFolder(string path) => Directory.Delete(Full(path));

    public (byte[] Ours, byte[] Theirs)? ConflictSides(string path) =>
        GitIndex.Read(root, path, stage: 2) is { } ours && GitIndex.Read(root, path, stage: 3) is { } theirs ? (ours, theirs) : null;

    public IEnumerable<byte[]> EarlierVersions(string path) => GitHistory.Versions(root, path);

    public IDisposable? TryLock()
    {
        // Inside .git the lock file can stay for ever: nobody sees it, and so nobody's lock is unlinked by another run.
        var git = Full(".git");
        var keep = Directory.Exists(git);
        try
        {
            return keep
                ? new FileStream(System.IO.Path.Combine(git, "gitops-synth.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1)
                : new FileStream(Full(".gitops-synth.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        // A held lock is the one refusal that says neither "gone" nor "not allowed"; EWOULDBLOCK on Linux and macOS, a sharing violation on Windows.
        catch (IOException held) when (held.GetType() == typeof(IOException) && held.HResult is 11 or 35 or unchecked((int)0x80070020))
        {
            return null;
        }
    }

    private IEnumerable<(string Path, DiskEntryKind Kind)> Enumerate(string folder, bool recurse)
    {
        var full = Full(folder);
        if (!Directory.Exists(full)) return [];
        var prefixLength = root.Length + 1;
        return new FileSystemEnumerable<(string, DiskEntryKind)>(
            full,
            (ref FileSystemEntry entry) =>
            {
                var path = entry.ToFullPath()[prefixLength..];
                if (System.IO.Path.DirectorySeparatorChar == '\\') path = path.Replace('\\', '/');
                var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
                return (path, isLink ? DiskEntryKind.Link : entry.IsDirectory ? DiskEntryKind.Folder : DiskEntryKind.File);
            },
            new EnumerationOptions { RecurseSubdirectories = recurse, AttributesToSkip = 0, IgnoreInaccessible = false })
        {
            // A tree root may be the repository's own: Git's folder is never part of it.
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.FileName.SequenceEqual(".git"),
            ShouldRecursePredicate = static (ref FileSystemEntry entry) =>
                !entry.FileName.SequenceEqual(".git") && (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };
    }

    private string Full(string path) => path.Length == 0 ? root : $"{root}{System.IO.Path.DirectorySeparatorChar}{path}";

    private static string Relative(string realRoot, string target) => target[(realRoot.Length + 1)..].Replace('\\', '/');

    /// <summary>The path with every link in it followed, also those of its parents.</summary>
    private static string Resolved(string path)
    {
        var current = System.IO.Path.GetPathRoot(path)!;
        var rest = new Stack<string>(path[current.Length..].Split(System.IO.Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse());
        for (var followed = 0; rest.TryPop(out var segment);)
        {
            var next = System.IO.Path.Combine(current, segment);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }
            if (++followed > 40) throw new IOException($"Too many symbolic links in '{path}'.");
            var full = System.IO.Path.GetFullPath(target, current);
            current = System.IO.Path.GetPathRoot(full)!;
            foreach (var part in full[current.Length..].Split(System.IO.Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse())
                rest.Push(part);
        }
        return System.IO.Path.TrimEndingDirectorySeparator(current);
    }
}
