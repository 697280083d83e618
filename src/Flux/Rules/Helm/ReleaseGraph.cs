namespace GitOps;

/// <summary>The HelmReleases of a cluster as a graph of their own: the dependsOn of a HelmRelease takes HelmReleases only.</summary>
internal static class ReleaseGraph
{
    public static FluxModel Of(ReadCluster cluster)
    {
        var releases = ReleaseRules.Releases(cluster).Where(static release => IsWhole(release)).Select(static release => new AppModel(new(release.Namespace, release.Name), release.Place)
        {
            Dependencies = [.. release.Spec.ItemsOf("dependsOn").Where(static entry => entry.Kind == DataKind.Map).Select(entry => KustomizationSpec.Dependency(entry, release.Namespace))],
        });
        return new(releases, objects: cluster.Kustomizations.Select(static app => new ObjectModel(FluxKinds.KustomizeGroup, "Kustomization", app.Id.Namespace, app.Id.Name, app.Place)))
        {
            AppsAreOpen = cluster.Index.HidesObjects || !ReleaseRules.Releases(cluster).All(IsWhole) || cluster.Index.IsOpenKind("HelmRelease"),
            OpenNamespaces = cluster.Index.OpenNamespaces,
        };
    }

    private static bool IsWhole(ReadObject release) => release is { IsNameKnown: true, IsNamespaceKnown: true, Namespace.Length: > 0 };
}
