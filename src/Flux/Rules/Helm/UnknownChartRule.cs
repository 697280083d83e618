namespace GitOps;

/// <summary>A HelmRelease's <c>chartRef</c> names a source that is not there: the release is never installed.</summary>
internal static class UnknownChartRule
{
    public const string Id = RuleIds.UnknownChart;
    public const string Title = "A HelmRelease takes its chart from a source that does not exist";
    public const string Message = "'{0}' takes its chart from the {1} '{2}', and there is none{3}";

    private static readonly string[] Kinds = ["OCIRepository", "HelmChart", "ExternalArtifact"];

    public static IEnumerable<Finding> Check(ReadCluster cluster)
    {
        foreach (var release in ReleaseRules.Releases(cluster))
        {
            if (release.Spec["chartRef"] is not { Kind: DataKind.Map } chart || ReleaseRules.Reference(release, chart) is not { } reference || !Kinds.Contains(reference.Kind))
                continue;
            if (reference.Kind == "ExternalArtifact" || cluster.Index.Find(reference.Group, reference.Kind, reference.Id.Namespace, reference.Id.Name) is not null || cluster.Index.MayBeHidden(reference.Kind, reference.Id.Namespace, reference.Id.Name))
                continue;
            var hint = ReleaseRules.Hint(cluster, reference.Kind, reference.Id, Kinds, out var suggestion);
            // What the deployment of another project brings into this namespace is hardly its neighbour's chart, but it could be.
            var isOpen = cluster.Index.IsOpenNamespace(reference.Id.Namespace);
            var place = ReleaseRules.PlaceOf(release, chart, "name");
            string[] arguments = [$"{release.Namespace}/{release.Name}", reference.Kind, reference.Id.ToString(), isOpen ? $" in this repository{hint}" : hint];
            yield return (isOpen ? RuleMessage.Warning(Id, place, Message, arguments) : RuleMessage.Error(Id, place, Message, arguments)) with { FieldPath = "spec.chartRef.name", Suggestion = suggestion };
        }
    }
}
