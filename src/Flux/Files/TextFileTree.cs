namespace GitOps;

/// <summary>A tree of texts that are at hand.</summary>
internal sealed class TextFileTree : IFileTree
{
    private readonly SortedDictionary<string, Func<string>> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal) { "" };

    public TextFileTree(IEnumerable<KeyValuePair<string, string>> files)
        : this(files.Select(static file => new KeyValuePair<string, Func<string>>(file.Key, () => file.Value)))
    {
    }

    public TextFileTree(IEnumerable<KeyValuePair<string, Func<string>>> files)
    {
        foreach (var file in files)
        {
            _files[file.Key] = file.Value;
            for (var slash = file.Key.LastIndexOf('/'); slash > 0 && _folders.Add(file.Key.Substring(0, slash)); slash = file.Key.LastIndexOf('/', slash - 1))
            {
            }
        }
    }

    public string? Read(string path) => _files.TryGetValue(path, out var text) ? text() : null;

    public bool HasFolder(string path) => _folders.Contains(path);

    public IReadOnlyList<string> FilesBelow(string folder) =>
        [.. _files.Keys.Where(path => folder.Length == 0 || (path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal)))];
}
