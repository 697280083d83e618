namespace GitOps;

/// <summary>
/// Looks for the folders that Flux starts from: what bootstrap wrote (gotk-sync.yaml), a FluxInstance or the values of its chart, else folders with Flux Kustomizations
/// that no other Kustomization leads to.
/// </summary>
internal static class RootFinder
{
    public static IReadOnlyList<TreeRoot> Find(TreeFiles files, TreeOptions options)
    {
        if (options.Roots.Count > 0)
            return [.. options.Roots.Select(static root => new TreeRoot(RepositoryPath.FromRoot(root), "given"))];
        var kustomizations = new List<(string File, DataValue Value)>();
        var roots = new List<TreeRoot>();
        var paths = files.Tree.FilesBelow("").Where(TreeFiles.IsYaml).ToList();
        files.PrefetchTexts(paths);
        foreach (var path in paths)
        {
            if (!MayStart(files, path))
                continue;
            foreach (var value in files.Yaml(path)?.Values ?? [])
            {
                var group = Group(value);
                if (group == FluxKinds.KustomizeGroup && value.TextOf("kind") == "Kustomization")
                    kustomizations.Add((path, value));
                else if (group == FluxKinds.OperatorGroup && value.TextOf("kind") == "FluxInstance" && value.MapOf("spec").MapOf("sync").TextOf("path") is { } synced)
                    roots.Add(new(RepositoryPath.FromRoot(synced), path) { Id = Synced(value.MapOf("metadata").TextOf("namespace"), value.MapOf("spec").MapOf("sync")) });
                else if (group == FluxKinds.HelmGroup && value.MapOf("spec").MapOf("values").MapOf("instance").MapOf("sync").TextOf("path") is { } charted)
                    roots.Add(new(RepositoryPath.FromRoot(charted), path) { Id = Synced(null, value.MapOf("spec").MapOf("values").MapOf("instance").MapOf("sync")) });
            }
        }

        foreach (var (file, value) in kustomizations)
            if (RepositoryPath.NameOf(file) == "gotk-sync.yaml" && value.MapOf("spec").TextOf("path") is { } path)
                roots.Add(new(RepositoryPath.FromRoot(path), file) { Id = new(value.MapOf("metadata").TextOf("namespace") ?? "flux-system", value.MapOf("metadata").TextOf("name") ?? "flux-system"), Declared = value });
        var known = roots.Where(root => root.Folder.Length == 0 ? kustomizations.Count > 0 : files.HasFolder(root.Folder)).GroupBy(static root => root.Folder, StringComparer.Ordinal).Select(static same => same.First()).ToList();
        return known.Count > 0 ? [.. known.OrderBy(static root => root.Folder, StringComparer.Ordinal)] : Unreached(files, kustomizations);
    }

    /// <summary>The name that the sync gives to the source and to the Kustomization.</summary>
    private static KustomizationId Synced(string? @namespace, DataValue sync) => new(@namespace ?? "flux-system", sync.TextOf("name") ?? @namespace ?? "flux-system");

    /// <summary>A quick look at the text: most files are neither.</summary>
    private static bool MayStart(TreeFiles files, string path) => files.Text(path) is { Length: < SourceFile.MostCharacters } text
        && (text.IndexOf(FluxKinds.KustomizeGroup, StringComparison.Ordinal) >= 0 || (text.IndexOf("sync:", StringComparison.Ordinal) >= 0 && text.IndexOf("path:", StringComparison.Ordinal) >= 0));

    private static string Group(DataValue value) => value.TextOf("apiVersion") is { } version && version.IndexOf('/') is > 0 and var slash ? version.Substring(0, slash) : "";

    private static IReadOnlyList<TreeRoot> Unreached(TreeFiles files, List<(string File, DataValue Value)> kustomizations)
    {
        var paths = kustomizations.Select(static item => (item.File, Path: item.Value.MapOf("spec").TextOf("path"))).Where(static item => item.Path is not null)
            .Select(static item => (item.File, Path: RepositoryPath.FromRoot(item.Path))).ToList();
        var folders = kustomizations.Select(static item => RepositoryPath.FolderOf(item.File)).Distinct(StringComparer.Ordinal)
            .Where(folder => !IsComponent(files, folder) && !paths.Any(other => IsBelow(folder, other.Path) && !IsBelow(RepositoryPath.FolderOf(other.File), other.Path)))
            .OrderBy(static folder => folder, StringComparer.Ordinal).ToList();
        // A folder inside another of them is reached from there, or was never meant to be.
        return [.. folders.Where(folder => !folders.Any(other => other != folder && IsBelow(folder, other))).Select(static folder => new TreeRoot(folder, folder))];
    }

    private static bool IsBelow(string folder, string outer) => outer.Length == 0 || folder == outer || folder.StartsWith(outer + "/", StringComparison.Ordinal);

    private static bool IsComponent(TreeFiles files, string folder)
    {
        for (var at = folder; ; at = RepositoryPath.FolderOf(at))
        {
            if (files.KustomizationOf(at) is { } file && files.Yaml(file)?.Settings.FirstOrDefault()?.TextOf("kind") == "Component")
                return true;
            if (at.Length == 0)
                return false;
        }
    }
}
