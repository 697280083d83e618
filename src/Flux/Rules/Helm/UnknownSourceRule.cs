namespace GitOps;

/// <summary>A <c>sourceRef</c> (or an ImagePolicy's repository) names what is not there.</summary>
internal static class UnknownSourceRule
{
    public const string Id = RuleIds.UnknownSource;
    public const string Title = "An object refers to a source that does not exist";
    public const string Message = "the {0} '{1}' refers to the {2} '{3}', and there is none{4}";

    private static readonly string[] Kinds = ["GitRepository", "OCIRepository", "HelmRepository", "Bucket", "ExternalArtifact"];

    public static IEnumerable<Finding> Check(ReadCluster cluster)
    {
        foreach (var app in cluster.Index.OfKind(FluxKinds.KustomizeGroup, "Kustomization"))
            if (Check(cluster, app, app.Spec["sourceRef"], "spec.sourceRef.name") is { } finding)
                yield return finding;
        foreach (var release in ReleaseRules.Releases(cluster))
            if (Check(cluster, release, release.Spec.MapOf("chart").MapOf("spec")["sourceRef"], "spec.chart.spec.sourceRef.name", "HelmRepository") is { } finding)
                yield return finding;
        foreach (var chart in cluster.Index.OfKind(FluxKinds.SourceGroup, "HelmChart"))
            if (Check(cluster, chart, chart.Spec["sourceRef"], "spec.sourceRef.name") is { } finding)
                yield return finding;
        foreach (var policy in cluster.Index.OfKind(FluxKinds.ImageGroup, "ImagePolicy"))
            if (Check(cluster, policy, policy.Spec["imageRepositoryRef"], "spec.imageRepositoryRef.name", "ImageRepository") is { } finding)
                yield return finding;
        foreach (var automation in cluster.Index.OfKind(FluxKinds.ImageGroup, "ImageUpdateAutomation"))
            if (Check(cluster, automation, automation.Spec["sourceRef"], "spec.sourceRef.name", "GitRepository") is { } finding)
                yield return finding;
    }

    private static Finding? Check(ReadCluster cluster, ReadObject item, DataValue? reference, string field, string? defaultKind = null)
    {
        if (reference is not { Kind: DataKind.Map } || ReleaseRules.Reference(item, reference, defaultKind) is not { } named)
            return null;
        // What bootstrap made is not in the tree, and what a generator makes has its own rule.
        if (named.Kind == "ExternalArtifact" || named.Id.Name == cluster.Root.Id.Name || named.Id.Name == "flux-system" || (named.Kind != "ImageRepository" && !Kinds.Contains(named.Kind)))
            return null;
        if (cluster.Index.Find(named.Group, named.Kind, named.Id.Namespace, named.Id.Name) is not null || ReleaseRules.MayBeThere(cluster, named.Kind, named.Id))
            return null;
        var hint = ReleaseRules.Hint(cluster, named.Kind, named.Id, Kinds, out var suggestion);
        return RuleMessage.Error(Id, ReleaseRules.PlaceOf(item, reference, "name"), Message, item.Kind, $"{item.Namespace}/{item.Name}", named.Kind, named.Id.ToString(), hint) with { FieldPath = field, Suggestion = suggestion };
    }
}
