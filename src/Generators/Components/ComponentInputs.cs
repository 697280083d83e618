namespace GitOps;

/// <summary>Sorts the files of all components by the component that is read from them, so that an edit reads that one again.</summary>
internal static class ComponentInputs
{
    public static IEnumerable<ComponentInput> Of(IReadOnlyList<ComponentFile> files, string tree)
    {
        var sorted = files.OrderBy(static file => file.Path, StringComparer.Ordinal).ToList();
        foreach (var kustomization in sorted.Where(static file => RepositoryPath.NameOf(file.Path) is "kustomization.yaml" or "kustomization.yml"))
        {
            // A cheap look first: reading every kustomization on every edit would cost what the grouping saves.
            if (!kustomization.Text.Contains("Component"))
                continue;
            var folder = RepositoryPath.FolderOf(kustomization.Path);
            var own = sorted.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal)).ToList();
            var reachesOut = own.Any(static file => file.Text.Contains("../") || file.Text.Contains("kustomize.toolkit.fluxcd.io"));
            yield return new ComponentInput(folder, tree, (reachesOut ? sorted : own).ToEquatableArray());
        }
    }
}
