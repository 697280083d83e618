namespace GitOps;

/// <summary>What a cluster's class says, each property asked once: they are the author's code, and may make something new at every call.</summary>
internal sealed record ClusterPlan(FluxCluster Cluster, RootKustomization? Root, TreeStyle Style, SourceReference Source)
{
    public static ClusterPlan Of(FluxCluster cluster) => new(cluster, cluster.Root, cluster.Style, cluster.Source);

    public string SourceFile => Cluster.SourceFile;

    public KustomizationDefaults DefaultsFor(FluxApp app) => Cluster.DefaultsFor(app);
}
