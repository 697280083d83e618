namespace GitOps;

/// <summary>Reads any Flux repository into the neutral model. Never throws for what the files hold.</summary>
internal static class TreeReader
{
    /// <param name="tree">Asked by several threads at once.</param>
    public static ReadTree Read(IFileTree tree, TreeOptions options, CancellationToken cancellation = default)
    {
        var files = new TreeFiles(tree, cancellation);
        var findings = new FindingList();
        var roots = RootFinder.Find(files, options);
        Prefetch(files, roots);
        var clusters = new List<ReadCluster>();
        foreach (var root in roots)
            clusters.Add(new ClusterReader(files, options, root, findings, cancellation).Read());
        return new() { Clusters = clusters, Findings = findings.All, Files = files };
    }

    /// <summary>Most of what lies beside the root will be read: on all processors it is there sooner.</summary>
    private static void Prefetch(TreeFiles files, IReadOnlyList<TreeRoot> roots)
    {
        var tops = roots.Select(static root => root.Folder.IndexOf('/') is > 0 and var slash ? root.Folder.Substring(0, slash) : root.Folder).Distinct(StringComparer.Ordinal).ToList();
        if (tops.Count > 0)
            files.Prefetch([.. files.Tree.FilesBelow("").Where(path => TreeFiles.IsYaml(path) && tops.Any(top => top.Length == 0 || path.StartsWith(top + "/", StringComparison.Ordinal)))]);
    }
}
