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

    /// <summary>Where its class stands.</summary>
    public FindingPlace Place { get; } = PlaceOf(Cluster);

    /// <summary>Where a cluster's class stands. Its attribute knows the line: the registry does not, or every edit above it would write that anew.</summary>
    public static FindingPlace PlaceOf(FluxCluster cluster) =>
        new(cluster.SourceFile, cluster.GetType().GetCustomAttributes(typeof(ClusterAttribute), inherit: false) is [ClusterAttribute said, ..] ? said.Line : 0);

    public KustomizationDefaults DefaultsFor(FluxApp app) => Cluster.DefaultsFor(app);
}
