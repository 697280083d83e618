namespace GitOps;

/// <summary>
/// The Kustomizations that a tree still holds as YAML, beside those of C#: by their effective namespaces, with their edges. What synth owns, and what it will
/// write, is not among the files.
/// </summary>
internal static class KustomizationFiles
{
    /// <summary>The models, ordered by file and place; those whose name or namespace only the cluster knows are left out.</summary>
    /// <param name="files">What lies in the tree and is not synth's.</param>
    /// <param name="tree">The folder of the tree.</param>
    /// <param name="namespaces">The names of the namespaces that have a class.</param>
    /// <param name="written">The ks.yaml files that synth writes: whatever stands there now is no longer what counts.</param>
    public static IReadOnlyList<AppModel> Read(IReadOnlyCollection<KustomizationFile> files, string tree, ICollection<string> namespaces, ICollection<string> written)
    {
        var effective = Namespaces(files, tree, namespaces);
        var lists = files.Where(static file => file.Lists is not null).GroupBy(static file => RepositoryPath.FolderOf(file.Path)).ToDictionary(static same => same.Key, static same => same.First());
        var paths = new HashSet<string>(files.SelectMany(static file => file.Kustomizations).Select(static one => RepositoryPath.FromRoot(one.Path)), StringComparer.Ordinal);
        var apps = new List<AppModel>();
        foreach (var file in files.Where(file => file.Kustomizations.Count > 0 && !written.Contains(file.Path)).OrderBy(static file => file.Path, StringComparer.Ordinal))
        {
            var isListed = IsListed(file.Path, lists, paths);
            foreach (var one in file.Kustomizations)
                if (IsKnown(one.Name) && effective.Of(file.Path, one.Namespace) is { } name && KubernetesNames.LabelFault(name) is null)
                    apps.Add(Model(one, name, isListed));
        }

        return apps;
    }

    public static KustomizationNamespaces Namespaces(IEnumerable<KustomizationFile> files, string tree, ICollection<string> namespaces)
    {
        var byFolder = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
            if (file.Namespace is { } set)
                byFolder[RepositoryPath.FolderOf(file.Path)] = set;
        return new(tree, byFolder, namespaces);
    }

    /// <summary>Whether a name is one, and no text that substitution makes one of.</summary>
    public static bool IsKnown(string name) => KubernetesNames.SubdomainFault(name) is null;

    private static AppModel Model(WrittenKustomization one, string @namespace, bool isListed) => new(new(@namespace, one.Name), one.Place)
    {
        IsEnabled = isListed,
        IsReferenceOnly = true,
        IsSuspended = one.IsSuspended,
        // A patch of the root may add either.
        ChecksHealth = one.ChecksHealth ? true : null,
        Dependencies = [.. one.Dependencies.Select(entry => new DependencyModel(new(entry.Namespace ?? @namespace, entry.Name), entry.Place) { HasReadyExpression = entry.HasReadyExpression })],
    };

    /// <summary>
    /// Whether the nearest kustomization.yaml at or above a file names it or a folder that holds it: an entry that was taken out takes the Kustomization out. A folder
    /// without one is read whole when it is the path of a Kustomization.
    /// </summary>
    private static bool IsListed(string path, Dictionary<string, KustomizationFile> lists, HashSet<string> paths)
    {
        for (var folder = RepositoryPath.FolderOf(path); ; folder = RepositoryPath.FolderOf(folder))
        {
            if (lists.TryGetValue(folder, out var list))
                return list.Path == path || list.Lists!.Any(entry => RepositoryPath.Combine(folder, entry) is { } target && (target == path || path.StartsWith(target + "/", StringComparison.Ordinal)));
            if (paths.Contains(folder) || folder.Length == 0)
                return true;
        }
    }
}
