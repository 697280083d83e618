using System.Text;

namespace GitOps.Tests;

/// <summary>A repository of the files given.</summary>
internal sealed class RepositoryInMemory(params (string Path, string Text)[] files) : IRepositoryFiles
{
    private readonly SortedDictionary<string, string> byPath = new(files.ToDictionary(static file => file.Path, static file => file.Text), StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Files => byPath;

    public bool FileExists(string path) => byPath.ContainsKey(path);

    public bool FolderExists(string path) => byPath.Keys.Any(file => file.StartsWith(path + "/", StringComparison.Ordinal));

    public byte[]? Read(string path) => byPath.TryGetValue(path, out var text) ? Encoding.UTF8.GetBytes(text) : null;

    public IReadOnlyList<string> FilesIn(string folder) => [.. Below(folder).Where(rest => !rest.Contains('/', StringComparison.Ordinal)).Select(rest => $"{folder}/{rest}")];

    public IReadOnlyList<string> FoldersIn(string folder) =>
        [.. Below(folder).Where(rest => rest.Contains('/', StringComparison.Ordinal)).Select(rest => $"{folder}/{rest[..rest.IndexOf('/', StringComparison.Ordinal)]}").Distinct()];

    public bool IsOwned(string path) => false;

    private IEnumerable<string> Below(string folder) => byPath.Keys.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal)).Select(path => path[(folder.Length + 1)..]);
}
