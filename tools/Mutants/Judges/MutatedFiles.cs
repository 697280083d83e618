using System.Text;

namespace GitOps.Mutants;

/// <summary>The repository of a mutant, in memory.</summary>
internal sealed class MutatedFiles : IRepositoryFiles
{
    private readonly Dictionary<string, string> files;
    private readonly HashSet<string> owned = new(StringComparer.Ordinal);

    public MutatedFiles(Example example, Mutant mutant)
    {
        files = new Dictionary<string, string>(example.Files, StringComparer.Ordinal);
        foreach (var (path, text) in mutant.Edits)
            if (text is null)
                files.Remove(path);
            else
                files[path] = text;
        foreach (var (path, text) in files.Where(static file => TreePath.FileOf(file.Key) == OwnershipManifest.FileName))
            foreach (var line in OwnershipManifest.Read(Encoding.UTF8.GetBytes(text)))
                owned.Add(TreePath.Join(TreePath.FolderOf(path), line.Path));
    }

    public bool FileExists(string path) => files.ContainsKey(path);

    public bool FolderExists(string path) => path.Length == 0 || files.Keys.Any(file => file.StartsWith(path + "/", StringComparison.Ordinal));

    public byte[]? Read(string path) => files.TryGetValue(path, out var text) ? Encoding.UTF8.GetBytes(text) : null;

    public IReadOnlyList<string> FilesIn(string folder) => [.. files.Keys.Where(file => TreePath.FolderOf(file) == folder).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> FoldersIn(string folder)
    {
        var prefix = folder.Length == 0 ? "" : folder + "/";
        return [.. files.Keys.Where(file => file.StartsWith(prefix, StringComparison.Ordinal) && file.IndexOf('/', prefix.Length) >= 0).Select(file => file[..file.IndexOf('/', prefix.Length)]).Distinct().Order(StringComparer.Ordinal)];
    }

    public bool IsOwned(string path) => owned.Contains(path);
}
