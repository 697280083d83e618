using System.Text;

namespace GitOps.Tests;

/// <summary>A repository that holds a few files of the author's.</summary>
internal sealed class SomeFiles(params (string Path, string Text)[] files) : IRepositoryFiles
{
    public bool FileExists(string path) => files.Any(file => file.Path == path);

    public bool FolderExists(string path) => files.Any(file => file.Path.StartsWith(path + "/", StringComparison.Ordinal));

    public byte[]? Read(string path) => files.FirstOrDefault(file => file.Path == path).Text is { } text ? Encoding.UTF8.GetBytes(text) : null;

    public IReadOnlyList<string> FilesIn(string folder) => [.. files.Select(static file => file.Path).Where(path => TreePath.FolderOf(path) == folder).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> FoldersIn(string folder) =>
        [.. files.Select(static file => file.Path).Where(path => folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal))
            .Select(path => folder.Length == 0 ? path : path[(folder.Length + 1)..]).Where(static rest => rest.Contains('/', StringComparison.Ordinal))
            .Select(rest => TreePath.Join(folder, rest[..rest.IndexOf('/', StringComparison.Ordinal)])).Distinct().Order(StringComparer.Ordinal)];

    public bool IsOwned(string path) => false;
}
