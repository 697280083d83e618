namespace GitOps;

/// <summary>A range of versions that Flux cannot read.</summary>
internal static class SemverRangeRule
{
    public const string Id = RuleIds.SemverRange;
    public const string Title = "A range of versions that cannot be read";
    public const string Message = "the range '{0}' {1}";

    public static Finding? Check(string range, FindingPlace? place = null) =>
        SubstitutionText.MayHoldExpressions(range) || SemverRangeLiteral.Fault(range) is not { } fault ? null : RuleMessage.Error(Id, place, Message, range, fault);

    public static IEnumerable<Finding> Check(ReadCluster cluster)
    {
        foreach (var (kind, group) in new[] { ("OCIRepository", FluxKinds.SourceGroup), ("GitRepository", FluxKinds.SourceGroup) })
            foreach (var source in cluster.Index.OfKind(group, kind))
                if (Of(source, source.Spec.MapOf("ref"), "semver", "spec.ref.semver") is { } finding)
                    yield return finding;
        foreach (var policy in cluster.Index.OfKind(FluxKinds.ImageGroup, "ImagePolicy"))
            if (Of(policy, policy.Spec.MapOf("policy").MapOf("semver"), "range", "spec.policy.semver.range") is { } finding)
                yield return finding;
        foreach (var release in ReleaseRules.Releases(cluster))
            // A chart from Git or a bucket has its version in its own file, and the field is not looked at.
            if (release.Spec.MapOf("chart").MapOf("spec") is var chart && chart.MapOf("sourceRef").TextOf("kind") == "HelmRepository" && Of(release, chart, "version", "spec.chart.spec.version") is { } finding)
                yield return finding;
    }

    private static Finding? Of(ReadObject item, DataValue map, string field, string path) =>
        map.TextOf(field) is { Length: > 0 } range && Check(range, ReleaseRules.PlaceOf(item, map, field)) is { } finding ? finding with { FieldPath = path } : null;
}
