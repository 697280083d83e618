namespace GitOps;

/// <summary>A chart or an artifact whose version moves on by itself: what runs tomorrow is in no commit.</summary>
internal static class UnpinnedChartRule
{
    public const string Id = RuleIds.UnpinnedChart;
    public const string Title = "A chart's version is not pinned";
    public const string Message = "{0} takes {1}, so what runs changes without a commit; pin one version, and let Renovate or image automation raise it";

    private static readonly (string What, string Takes) Latest = ("this OCIRepository", "the tag 'latest'");

    public static IEnumerable<Finding> Check(DataValue value, Func<object?, FindingPlace?> placeOf)
    {
        var spec = value.MapOf("spec");
        if (!value.Knows("spec"))
            yield break;
        switch (value.TextOf("kind"))
        {
            case "HelmRelease" when IsOf(value, FluxKinds.HelmGroup) && spec.MapOf("chart").MapOf("spec") is var chart && chart.MapOf("sourceRef").TextOf("kind") == "HelmRepository":
                if (chart.Knows("version") && OfRange(chart["version"], "this HelmRelease", "the newest version of its chart") is { } what)
                    yield return At(what, chart["version"]?.Origin ?? chart.Origin, "spec.chart.spec.version");
                break;
            case "OCIRepository" when IsOf(value, FluxKinds.SourceGroup):
                var reference = spec.MapOf("ref");
                if (!spec.Knows("ref") || !reference.Knows("digest") || reference["digest"] is not null)
                    break;
                if (reference["semver"] is { } range)
                {
                    if (OfRange(range, "this OCIRepository", "") is { } ranged)
                        yield return At(ranged, range.Origin, "spec.ref.semver");
                }
                else if (reference.Knows("tag") && (reference["tag"] is null || reference.TextOf("tag") == "latest"))
                    yield return At(Latest, reference["tag"]?.Origin ?? spec.Origin, "spec.ref.tag");
                break;
        }

        Finding At((string What, string Takes) said, object? origin, string path) => RuleMessage.Warning(Id, placeOf(origin), Message, said.What, said.Takes) with { FieldPath = path };
    }

    /// <summary>Of a tag that something makes an OCIRepository with, without a place.</summary>
    public static Finding? OfTag(string tag) => tag == "latest" ? RuleMessage.Warning(Id, null, Message, Latest.What, Latest.Takes) : null;

    private static (string What, string Takes)? OfRange(DataValue? version, string what, string whenMissing) => version switch
    {
        null or { Kind: DataKind.Null } => (what, whenMissing),
        // One that cannot be read takes nothing, which is another fault.
        { Kind: DataKind.String, IsPartial: false, Text: var text } when !SubstitutionText.MayHoldExpressions(text) && !PinnedVersion.IsExact(text) && SemverRangeLiteral.Fault(text) is null => (what, $"any version in '{text}'"),
        _ => null,
    };

    private static bool IsOf(DataValue value, string group) => (value.TextOf("apiVersion") ?? "").StartsWith(group + "/", StringComparison.Ordinal);
}
