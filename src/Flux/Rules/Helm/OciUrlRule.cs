namespace GitOps;

/// <summary>The URL of an OCIRepository, or of a HelmRepository of the type oci, that Flux rejects.</summary>
internal static class OciUrlRule
{
    public const string Id = RuleIds.OciUrl;
    public const string Title = "A URL of an OCI registry that Flux rejects";
    public const string Message = "the URL '{0}' {1}";

    public static Finding? Check(string url, FindingPlace? place = null) =>
        SubstitutionText.MayHoldExpressions(url) || OciUrlLiteral.Fault(url) is not { } fault ? null : RuleMessage.Error(Id, place, Message, url, fault);

    public static IEnumerable<Finding> Check(ReadCluster cluster)
    {
        foreach (var source in cluster.Index.OfKind(FluxKinds.SourceGroup, "OCIRepository").Concat(cluster.Index.OfKind(FluxKinds.SourceGroup, "HelmRepository").Where(static item => item.Spec.TextOf("type") == "oci")))
            if (source.Spec.TextOf("url") is { } url && Check(url, ReleaseRules.PlaceOf(source, source.Spec, "url")) is { } finding)
                yield return finding with { FieldPath = "spec.url" };
    }
}
