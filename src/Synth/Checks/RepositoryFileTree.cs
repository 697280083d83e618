using System.Text;

namespace GitOps;

/// <summary>The repository on disk, as src/Flux reads it.</summary>
internal sealed class RepositoryFileTree(IRepositoryFiles files) : IFileTree
{
    public string? Read(string path) => files.Read(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    public bool HasFolder(string path) => files.FolderExists(path);

    public IReadOnlyList<string> FilesBelow(string folder)
    {
        var found = new List<string>();
        Collect(folder, found);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private void Collect(string folder, List<string> found)
    {
        found.AddRange(files.FilesIn(folder));
        foreach (var child in files.FoldersIn(folder))
            Collect(child, found);
    }
}
