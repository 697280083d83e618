namespace GitOps;

/// <summary>What a cluster's class says, each property asked once: they are the author's code, and may make something new at every call.</summary>
internal sealed record ClusterPlan(FluxCluster Cluster, RootKustomization? Root, TreeStyle Style, SourceReference Source)
{
    public static ClusterPlan Of(FluxCluster cluster) => new(cluster, cluster.Root, cluster.Style, cluster.Source);

    /// <summary>Whether what the root applies, every app's ks.yaml among it, is known to be taken as it is: the root is synth's own and has no variables.</summary>
    public bool RootSubstitutesNothing => Root is { } root && !(root.OtherSpec?.Names.Contains("postBuild") ?? false);

    public string SourceFile => Cluster.SourceFile;

    public KustomizationDefaults DefaultsFor(FluxApp app) => Cluster.DefaultsFor(app);
}
