namespace GitOps;

/// <summary>
/// The namespace that the objects of a file get. The outermost kustomization.yaml above it that sets one wins over all below and over what is written. That of
/// a C# namespace is written by synth and never read back: its folder says its name.
/// </summary>
/// <param name="tree">The folder of the tree.</param>
/// <param name="byFolder">The namespaces that the kustomization.yaml of folders set.</param>
/// <param name="written">The names of the namespaces that have a class.</param>
internal sealed class KustomizationNamespaces(string tree, IReadOnlyDictionary<string, string> byFolder, ICollection<string> written)
{
    private readonly string _apps = AppsOf(tree);

    /// <summary>The namespace, or <see langword="null"/> when nothing says it.</summary>
    public string? Of(string path, string? own)
    {
        for (var slash = -1; ; slash = path.IndexOf('/', slash + 1))
        {
            var folder = slash < 0 ? "" : path.Substring(0, slash);
            if (byFolder.TryGetValue(folder, out var set))
                return set;
            if (NamespaceOfFolder(folder) is { } name && written.Contains(name))
                return name;
            if (path.IndexOf('/', slash + 1) < 0)
                break;
        }

        return own ?? (path.StartsWith(_apps, StringComparison.Ordinal) && path.IndexOf('/', _apps.Length) is > 0 and var end ? path.Substring(_apps.Length, end - _apps.Length) : null);
    }

    /// <summary>The folder that holds the folders of namespaces, with a slash at its end.</summary>
    public static string AppsOf(string tree) => tree.Length == 0 ? "apps/" : tree + "/apps/";

    private string? NamespaceOfFolder(string folder) =>
        folder.Length > _apps.Length && folder.StartsWith(_apps, StringComparison.Ordinal) && folder.IndexOf('/', _apps.Length) < 0 ? folder.Substring(_apps.Length) : null;
}
