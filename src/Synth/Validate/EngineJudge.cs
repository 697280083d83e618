namespace GitOps;

/// <summary>The engine of src/Flux, and who a finding belongs to.</summary>
internal sealed class EngineJudge
{
    private readonly ReadTree read;
    private readonly Dictionary<string, List<(int Line, string App)>> declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> folders = new(StringComparer.Ordinal);

    private EngineJudge(ReadTree read)
    {
        this.read = read;
        foreach (var (cluster, app) in Apps())
        {
            var address = AddressOf(cluster, app);
            if (app.Place is { } place)
            {
                if (!declared.TryGetValue(place.Path, out var here)) declared.Add(place.Path, here = []);
                here.Add((place.Line, address));
            }
            if (app.Folder is { } folder) Own(folders, folder, address);
            foreach (var item in app.Objects) Own(owners, item.Place.Path, address);
        }
    }

    public static TreeJudgement Judge(IFileTree tree, TreeOptions options, CancellationToken cancellation)
    {
        var read = TreeReader.Read(tree, options, cancellation);
        var findings = TreeValidation.Check(read, options, cancellation);
        if (read.Clusters.Count == 0)
            findings = [.. findings, new Finding(RuleIds.NothingToValidate, FindingSeverity.Error, "Flux applies nothing here: there is no root in this repository; name the folder that Flux syncs with --root")];
        var judge = new EngineJudge(read);
        return new TreeJudgement(findings)
        {
            Roots = [.. read.Clusters.Select(static cluster => cluster.Root.Folder)],
            Kustomizations = judge.Apps().Count(),
            Tree = read,
            AppOf = judge.AppOf,
            WaitingFor = judge.WaitingFor,
        };
    }

    /// <summary>How people name a Kustomization; with several clusters the root comes first.</summary>
    private string AddressOf(ReadCluster cluster, ReadKustomization app) => read.Clusters.Count > 1 ? $"{cluster.Root.Folder}: {app.Id}" : app.Id.ToString();

    private IEnumerable<(ReadCluster Cluster, ReadKustomization App)> Apps() => read.Clusters.SelectMany(static cluster => cluster.Kustomizations.Select(app => (cluster, app)));

    // What several share belongs to none.
    private static void Own(Dictionary<string, string?> map, string path, string address)
    {
        if (!map.TryAdd(path, address) && map[path] != address) map[path] = null;
    }

    /// <summary>Whose file it is: one that declares it, one that applies what stands in it, else the one whose folder it lies in.</summary>
    private string AppOf(Finding finding)
    {
        if (finding.Place is not { } place) return "";
        if (declared.TryGetValue(place.Path, out var here))
        {
            var best = here[0];
            foreach (var candidate in here)
                if (candidate.Line <= place.Line && (best.Line > place.Line || candidate.Line >= best.Line)) best = candidate;
            // A component's document makes one Kustomization for each of its users: the message says whose it is.
            var same = here.Where(candidate => candidate.Line == best.Line && candidate.App != best.App).ToList();
            return same.Count == 0 || finding.Arguments.Any(word => IsNamed(best.App, word)) ? best.App : same.Find(candidate => finding.Arguments.Any(word => IsNamed(candidate.App, word))).App ?? "";
        }
        if (owners.TryGetValue(place.Path, out var owner)) return owner ?? "";
        for (var folder = RepositoryPath.FolderOf(place.Path); ; folder = RepositoryPath.FolderOf(folder))
        {
            if (folders.TryGetValue(folder, out var app)) return app ?? "";
            if (folder.Length == 0) return "";
        }
    }

    /// <summary>An address begins with its cluster where there are several.</summary>
    private static bool IsNamed(string address, string word) => address == word || address.EndsWith(": " + word, StringComparison.Ordinal);

    /// <summary>What is not applied because this one is not: what it applies itself, what depends on it, and so on.</summary>
    private int WaitingFor(string address)
    {
        foreach (var (cluster, app) in Apps())
        {
            if (AddressOf(cluster, app) != address) continue;
            var reached = new HashSet<ReadKustomization> { app };
            var next = new Stack<ReadKustomization>([app]);
            while (next.TryPop(out var current))
                foreach (var other in cluster.Kustomizations)
                    if ((other.Parent == current || other.App.Dependencies.Any(dependency => dependency.Target == current.Id)) && reached.Add(other)) next.Push(other);
            return reached.Count - 1;
        }
        return 0;
    }
}
