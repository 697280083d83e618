namespace GitOps;

/// <summary>
/// The Kustomizations that a tree still holds as YAML, beside those of C#: by their effective namespaces, with their edges. What synth owns, and what it will
/// write, is not among the files.
/// </summary>
internal sealed class KustomizationFiles
{
    private readonly IReadOnlyCollection<KustomizationFile> _files;
    private readonly KustomizationNamespaces _namespaces;
    private readonly Dictionary<string, KustomizationFile> _lists = new(StringComparer.Ordinal);
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _listedBySynth;
    private readonly Dictionary<string, HashSet<string>> _reached = new(StringComparer.Ordinal);

    /// <param name="files">What lies in the tree and is not synth's.</param>
    /// <param name="tree">The folder of the tree.</param>
    /// <param name="namespaces">The names of the namespaces that have a class.</param>
    /// <param name="written">The files that synth writes: whatever stands there now is no longer what counts.</param>
    public KustomizationFiles(IEnumerable<KustomizationFile> files, string tree, ICollection<string> namespaces, ICollection<string> written)
    {
        _files = [.. files.Where(file => !written.Contains(file.Path)).OrderBy(static file => file.Path, StringComparer.Ordinal)];
        _listedBySynth = new(written.Where(static path => KustomizeReader.FileNames.Contains(RepositoryPath.NameOf(path))).Select(RepositoryPath.FolderOf), StringComparer.Ordinal);
        var byFolder = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in _files)
        {
            if (file.Namespace is { } set)
                byFolder[RepositoryPath.FolderOf(file.Path)] = set;
            if (file.Lists is not null)
                _lists[RepositoryPath.FolderOf(file.Path)] = file;
            foreach (var one in file.Kustomizations)
                _paths.Add(RepositoryPath.FromRoot(one.Path));
        }

        _namespaces = new(tree, byFolder, namespaces);
        Apps = [.. Read()];
    }

    /// <summary>Ordered by file and place; of one identity the first that is written counts, for the overlays of several clusters have the same.</summary>
    public IReadOnlyList<AppModel> Apps { get; }

    /// <summary>Kustomizations whose name or namespace only the cluster knows: as written, a namespace that nothing says is empty.</summary>
    public IReadOnlyList<KustomizationId> Unnamed { get; private set; } = [];

    /// <summary>
    /// The namespaces that may hold Kustomizations which are not seen, because of resources of another repository, paths that lie elsewhere or another source;
    /// <see langword="null"/> when any may. All that a Kustomization with a target namespace builds is there.
    /// </summary>
    /// <param name="ownSource">The name of the source that holds the tree.</param>
    /// <param name="hasFolder">Whether the files of a folder are seen.</param>
    public IReadOnlyCollection<string>? OpenNamespaces(string ownSource, Func<string, bool> hasFolder)
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        var all = _files.SelectMany(static file => file.Kustomizations).ToList();
        foreach (var file in _files)
        {
            if (file.MakesOthers || file.Faults.Count > 0)
                return null;
            if ((file.Lists?.Any(RepositoryPath.IsRemote) ?? false) && !Opens(all.Where(one => Reached(RepositoryPath.FromRoot(one.Path)).Contains(RepositoryPath.FolderOf(file.Path)))))
                return null;
        }

        return all.Where(one => (one.Source is { } source && source != ownSource) || !hasFolder(RepositoryPath.FromRoot(one.Path))) is var elsewhere && (!elsewhere.Any() || Opens(elsewhere)) ? open : null;

        // Whether it is known where what they build goes; none at all says nothing.
        bool Opens(IEnumerable<WrittenKustomization> builders)
        {
            var found = false;
            foreach (var one in builders)
            {
                if (one.TargetNamespace is not { } target || KubernetesNames.LabelFault(target) is not null)
                    return false;
                open.Add(target);
                found = true;
            }

            return found;
        }
    }

    /// <summary>The effective namespace of what a file holds, or <see langword="null"/>.</summary>
    public string? NamespaceOf(string path, string? written) => _namespaces.Of(path, written);

    /// <summary>Whether a name is one, and no text that substitution makes one of.</summary>
    public static bool IsKnown(string name) => KubernetesNames.SubdomainFault(name) is null;

    private IEnumerable<AppModel> Read()
    {
        var models = new Dictionary<KustomizationId, AppModel>();
        var unnamed = new List<KustomizationId>();
        foreach (var file in _files)
        {
            if (file.Kustomizations.Count == 0)
                continue;
            var isListed = IsListed(file.Path);
            foreach (var one in file.Kustomizations)
            {
                var @namespace = _namespaces.Of(file.Path, one.Namespace);
                if (!IsKnown(one.Name) || @namespace is null || KubernetesNames.LabelFault(@namespace) is not null)
                    unnamed.Add(new(@namespace ?? "", one.Name));
                else if (Model(one, @namespace, isListed) is var model && (!models.TryGetValue(model.Id, out var other) || (!other.IsEnabled && isListed)))
                    models[model.Id] = model;
            }
        }

        Unnamed = unnamed;
        return models.Values.OrderBy(static model => model.Place!.Path, StringComparer.Ordinal).ThenBy(static model => model.Place!.Line);
    }

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
    private bool IsListed(string path)
    {
        for (var folder = RepositoryPath.FolderOf(path); ; folder = RepositoryPath.FolderOf(folder))
        {
            if (_lists.TryGetValue(folder, out var list))
                return list.Faults.Count > 0
                    || list.Lists!.Any(entry => RepositoryPath.Combine(folder, entry) is { } target && (target == path || path.StartsWith(target + "/", StringComparison.Ordinal)));
            if (_paths.Contains(folder) || folder.Length == 0)
                return true;
        }
    }

    /// <summary>
    /// The folders whose kustomization.yaml is part of what is built at a path: those that are listed, from one to the next. Where a folder has none, Flux takes the nearest ones
    /// below it (pkg/kustomize/kustomize_generator.go); those of synth list Kustomizations alone.
    /// </summary>
    private HashSet<string> Reached(string path)
    {
        if (_reached.TryGetValue(path, out var known))
            return known;
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>([path]);
        while (queue.Count > 0)
        {
            var folder = queue.Dequeue();
            if (_listedBySynth.Contains(folder))
                continue;
            if (!_lists.TryGetValue(folder, out var list))
            {
                foreach (var below in _lists.Keys)
                    if (IsBelow(below, folder) && !HasListBetween(folder, below))
                        queue.Enqueue(below);
            }
            else if (reached.Add(folder))
            {
                foreach (var entry in list.Lists!)
                    if (RepositoryPath.Combine(folder, entry) is { } target && _lists.ContainsKey(target))
                        queue.Enqueue(target);
            }
        }

        return _reached[path] = reached;
    }

    private bool HasListBetween(string above, string below)
    {
        for (var folder = RepositoryPath.FolderOf(below); folder.Length > above.Length; folder = RepositoryPath.FolderOf(folder))
            if (_lists.ContainsKey(folder) || _listedBySynth.Contains(folder))
                return true;
        return false;
    }

    private static bool IsBelow(string path, string folder) => folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal);
}
