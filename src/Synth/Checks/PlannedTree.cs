using System.Text;

namespace GitOps;

/// <summary>The repository as it will be: what is planned over what lies on disk, without what synth wrote before and plans no more.</summary>
internal sealed class PlannedTree : IFileTree
{
    private readonly RenderState state;
    private readonly RepositoryFileTree disk;
    private readonly Dictionary<string, PlannedFile> planned = new(StringComparer.Ordinal);
    private readonly HashSet<string> folders = new(StringComparer.Ordinal);

    public PlannedTree(RenderState state)
    {
        this.state = state;
        disk = new RepositoryFileTree(state.Options.Files);
        foreach (var file in state.Files)
        {
            planned[file.Path] = file;
            for (var folder = TreePath.FolderOf(file.Path); folders.Add(folder) && folder.Length > 0; folder = TreePath.FolderOf(folder))
            {
            }
        }
    }

    public PlannedFile? Planned(string path) => planned.GetValueOrDefault(path);

    public string? Read(string path) =>
        planned.TryGetValue(path, out var file) ? Encoding.UTF8.GetString(file.Content.Span) : state.Options.Files.IsOwned(path) ? null : disk.Read(path);

    public bool HasFolder(string path) => folders.Contains(path) || disk.HasFolder(path);

    public IReadOnlyList<string> FilesBelow(string folder)
    {
        var found = new SortedSet<string>(planned.Keys.Where(path => TreePath.IsIn(path, folder)), StringComparer.Ordinal);
        // Of a repository only the tree: beside it lie the project, its builds, and Git's own files.
        var roots = !TreePath.IsIn(state.Tree, folder) ? [folder]
            : state.Tree.Length > 0 ? [state.Tree]
            : state.Roots;
        foreach (var root in roots)
            foreach (var path in disk.FilesBelow(root))
                if (!planned.ContainsKey(path) && !state.Options.Files.IsOwned(path))
                    found.Add(path);
        return [.. found];
    }
}
