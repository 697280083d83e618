namespace GitOps;

/// <summary>Writes the kustomization.yaml of the folder that the root Kustomization applies, where the layout has it list every app and namespace.</summary>
internal static class RootFolderRenderer
{
    /// <summary>The folder of a namespace that the root applies.</summary>
    public static string NamespaceFolder(RenderState state, FluxNamespace home) => state.InTree(state.Cluster.Layout.NamespaceFolder(state.Cluster.Cluster, home.Name));

    public static void Render(RenderState state, IReadOnlyList<AppPlan> plans, IReadOnlyList<FluxNamespace> homes)
    {
        var folder = state.RootFolder;
        var place = state.Cluster.Place;
        if (TreePath.Fault(state.Cluster.RootFolder) is { } fault)
        {
            state.Error(RuleIds.PathLeavesRoot, $"the layout's root folder '{state.Cluster.RootFolder}' is no path inside the tree: {fault}", place);
            return;
        }

        var entries = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var plan in plans)
            if (!plan.IsBesideRoot)
                entries.Add(TreePath.Relative(folder, plan.KustomizationFile));
        foreach (var home in homes)
            if (!state.NamespacesOfLayers.Contains(home) && NamespaceRenderer.HasContent(home))
                entries.Add(TreePath.Relative(folder, NamespaceFolder(state, home)));
        // flux bootstrap applies itself.
        if (state.Cluster.Root is { Sync: not null } root && TreePath.IsIn(state.InTree(root.Directory), folder))
            entries.Add(TreePath.Relative(folder, state.InTree(root.Directory) is var own && own == folder ? TreePath.Join(own, root.File) : own));
        Foreign(state, folder, entries);

        var writer = state.Writer;
        writer.StartFile(state.Cluster.SourceFile);
        writer.At(place);
        writer.StartKustomizationFile();
        writer.SubstitutedBy(state.Root.Passes);
        if (entries.Count == 0)
            KustomizeDocument.WriteNothing(writer, state.Cluster.Root?.Name ?? state.Cluster.Cluster.Name);
        else
            writer.Fields.Field("resources"u8, entries.Select(static entry => entry.StartsWith("..", StringComparison.Ordinal) ? entry : "./" + entry).ToArray());
        writer.EndDocument();
        state.Files.Add(new PlannedFile(TreePath.Join(folder, "kustomization.yaml"), writer.EndFile(), folder, place) { Values = writer.TakeValues() });
    }

    /// <summary>What people keep there by hand: objects in files, and folders with a kustomization.yaml or a ks.yaml.</summary>
    private static void Foreign(RenderState state, string folder, SortedSet<string> entries)
    {
        var files = state.Options.Files;
        foreach (var path in files.FilesIn(folder))
            if ((path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal)) && TreePath.FileOf(path) is not ("kustomization.yaml" or "kustomization.yml") && !files.IsOwned(path))
                entries.Add(TreePath.FileOf(path));
        var taken = state.Files.Select(static file => TreePath.FolderOf(file.Path)).ToHashSet(StringComparer.Ordinal);
        foreach (var child in files.FoldersIn(folder))
        {
            if (taken.Any(other => TreePath.IsIn(other, child)))
                continue;
            if (TreePath.Join(child, "ks.yaml") is var kustomization && files.FileExists(kustomization) && !files.IsOwned(kustomization))
                entries.Add(TreePath.Relative(folder, kustomization));
            else if (TreePath.Join(child, "kustomization.yaml") is var list && files.FileExists(list) && !files.IsOwned(list))
                entries.Add(TreePath.FileOf(child));
        }
    }
}
