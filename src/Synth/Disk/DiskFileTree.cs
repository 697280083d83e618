using System.Collections.Concurrent;
using System.IO.Enumeration;
using System.Text;

namespace GitOps;

/// <summary>
/// A repository on disk as Flux gets it, for judging: files are read once and only when asked for, links are left out, and nothing outside the root is ever opened,
/// whatever a path says. What is there and cannot be read is known to be there: <see cref="Unread"/> says why.
/// </summary>
internal sealed class DiskFileTree : IFileTree
{
    /// <summary>A manifest of this size is none: the API server takes at most one and a half megabytes an object. YAML takes forty times its size in memory.</summary>
    public const int MostBytes = 8_000_000;

    /// <summary>A text that no reader of YAML takes: what stands for a file that cannot be read is unreadable, never empty and never missing.</summary>
    private const string Unreadable = "\0";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string root;
    private readonly HashSet<string> files = new(StringComparer.Ordinal);
    private readonly List<string> sorted;
    private readonly HashSet<string> folders = new(StringComparer.Ordinal) { "" };
    private readonly Dictionary<string, string> links = new(StringComparer.Ordinal);
    private readonly HashSet<string> closed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Finding> unread = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> asked = new(StringComparer.Ordinal);

    public DiskFileTree(string root, CancellationToken cancellation = default)
    {
        this.root = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(root));
        Walk(cancellation);
        sorted = [.. files];
        sorted.Sort(StringComparer.Ordinal);
    }

    public int FileCount => files.Count;

    /// <summary>How many files were read.</summary>
    public int ReadCount => texts.Count;

    /// <summary>What was asked for and could not be read, by path.</summary>
    public IReadOnlyDictionary<string, Finding> Unread => unread;

    /// <summary>What people should know of the links and locked folders that were asked for.</summary>
    public IEnumerable<Finding> Notes()
    {
        foreach (var (path, target) in links)
            if (asked.ContainsKey(path))
                yield return new Finding(RuleIds.LinkLeftOut, FindingSeverity.Warning,
                    $"'{path}' is a symbolic link to '{target}', and Flux leaves links out of what it fetches: for the cluster nothing is here; list the real path instead", new FindingPlace(path));
        foreach (var path in closed)
            if (asked.ContainsKey(path))
                yield return new Finding(RuleIds.DiskRefused, FindingSeverity.Error, $"the folder '{path}' may not be read; what is in it was taken for missing", new FindingPlace(path));
    }

    public string? Read(string path)
    {
        if (texts.TryGetValue(path, out var text)) return text;
        if (files.Contains(path)) return texts.GetOrAdd(path, ReadFile);
        Ask(path);
        return null;
    }

    public bool HasFolder(string path)
    {
        if (folders.Contains(path) && !closed.Contains(path)) return true;
        Ask(path);
        return folders.Contains(path);
    }

    public IReadOnlyList<string> FilesBelow(string folder)
    {
        if (folder.Length == 0) return sorted;
        var prefix = folder + "/";
        var start = FirstAtOrAfter(prefix);
        var end = start;
        while (end < sorted.Count && sorted[end].StartsWith(prefix, StringComparison.Ordinal)) end++;
        return sorted.GetRange(start, end - start);
    }

    private int FirstAtOrAfter(string prefix)
    {
        var at = sorted.BinarySearch(prefix, StringComparer.Ordinal);
        return at < 0 ? ~at : at;
    }

    /// <summary>Notes the link or locked folder because of which a path is not there.</summary>
    private void Ask(string path)
    {
        if (links.Count == 0 && closed.Count == 0) return;
        for (var at = path; at.Length > 0; at = RepositoryPath.FolderOf(at))
            if (links.ContainsKey(at) || closed.Contains(at))
            {
                asked[at] = true;
                return;
            }
    }

    private string ReadFile(string path)
    {
        try
        {
            using var file = File.OpenHandle(Full(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var length = RandomAccess.GetLength(file);
            if (length > MostBytes)
                return Without(path, new Finding(RuleIds.FileTooLarge, FindingSeverity.Warning,
                    $"the file has {length / 1_000_000} MB and is not read above {MostBytes / 1_000_000}: nothing in it is checked, and what it may hold counts as there", new FindingPlace(path)));
            var bytes = new byte[length];
            var read = 0;
            while (read < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(read), read) is > 0 and var count) read += count;
            return Decode(path, bytes.AsSpan(0, read));
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return Without(path, new Finding(RuleIds.DiskRefused, FindingSeverity.Error, $"the disk refuses: {Shortened(refusal.Message)}", new FindingPlace(path)));
        }
    }

    private string Decode(string path, ReadOnlySpan<byte> bytes)
    {
        // go-yaml tells UTF-16 by its mark (yamlprivateh, readerc.go).
        if (bytes is [0xFF, 0xFE, .. var little]) return Encoding.Unicode.GetString(little);
        if (bytes is [0xFE, 0xFF, .. var big]) return Encoding.BigEndianUnicode.GetString(big);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            var at = FirstInvalid(bytes);
            var before = bytes[..at];
            var place = new FindingPlace(path, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
            return Without(path, new Finding(RuleIds.UnreadableYaml, FindingSeverity.Error, "this is no text in UTF-8; is it compressed, or saved in another encoding?", place));
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != System.Buffers.OperationStatus.Done) return at;
            at += length;
        }
        return bytes.Length;
    }

    private string Without(string path, Finding why)
    {
        unread[path] = why;
        return Unreadable;
    }

    // Folder by folder, so that one that may not be read costs only itself.
    private void Walk(CancellationToken cancellation)
    {
        var waiting = new Stack<string>([""]);
        while (waiting.TryPop(out var folder))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                foreach (var (name, kind) in Entries(Full(folder)))
                {
                    var path = folder.Length == 0 ? name : $"{folder}/{name}";
                    switch (kind)
                    {
                        case DiskEntryKind.File:
                            files.Add(path);
                            break;
                        case DiskEntryKind.Folder:
                            folders.Add(path);
                            waiting.Push(path);
                            break;
                        default:
                            links[path] = new FileInfo(Full(path)).LinkTarget ?? "?";
                            break;
                    }
                }
            }
            catch (Exception refusal) when (folder.Length > 0 && refusal is IOException or UnauthorizedAccessException)
            {
                closed.Add(folder);
            }
        }
    }

    private static FileSystemEnumerable<(string Name, DiskEntryKind Kind)> Entries(string folder) => new(
        folder,
        static (ref FileSystemEntry entry) => (entry.FileName.ToString(),
            (entry.Attributes & FileAttributes.ReparsePoint) != 0 ? DiskEntryKind.Link : entry.IsDirectory ? DiskEntryKind.Folder : DiskEntryKind.File),
        new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false })
    {
        ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.FileName.SequenceEqual(".git"),
    };

    private string Full(string path) => path.Length == 0 ? root : System.IO.Path.Combine(root, path);

    // The system's own words hold the machine's path.
    private string Shortened(string message) => message.Replace(root + System.IO.Path.DirectorySeparatorChar, "", StringComparison.Ordinal).TrimEnd('.');
}
