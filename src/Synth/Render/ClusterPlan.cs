namespace GitOps;

/// <summary>What a cluster's class says, each property asked once: they are the author's code, and may make something new at every call.</summary>
internal sealed record ClusterPlan(FluxCluster Cluster, RootKustomization? Root, TreeStyle Style, SourceReference Source, TreeLayout Layout, string RootFolder, ClusterRules Rules)
{
    public static ClusterPlan Of(FluxCluster cluster)
    {
        var layout = cluster.Layout;
        return new(cluster, cluster.Root, cluster.Style, cluster.Source, layout, layout.RootFolder(cluster), cluster.Rules);
    }

    public string SourceFile => Cluster.SourceFile;

    public KustomizationDefaults DefaultsFor(FluxApp app) => Cluster.DefaultsFor(app);
}
