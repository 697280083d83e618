namespace GitOps;

/// <summary>What Flux's controllers refuse in one object whatever stands around it: for fronts that see objects one by one.</summary>
internal static class FluxObjectRules
{
    /// <param name="placeOf">Where a value stands, by its origin.</param>
    public static IEnumerable<Finding> Check(DataValue value, Func<object?, FindingPlace?> placeOf)
    {
        var spec = value.MapOf("spec");
        var apiVersion = value.TextOf("apiVersion") ?? "";
        switch (value.TextOf("kind"))
        {
            case "HelmRelease" when IsOf(apiVersion, FluxKinds.HelmGroup):
                if (value.Knows("spec") && ChartAndChartRefRule.Of(spec, "this HelmRelease") is { } chart)
                    yield return chart with { Place = placeOf(spec.Origin ?? value.Origin) };
                // A chart from Git or a bucket has its version in its own file, and the field is not looked at.
                if (spec.MapOf("chart").MapOf("spec") is var from && from.MapOf("sourceRef").TextOf("kind") == "HelmRepository" && Range(from, "version", "spec.chart.spec.version") is { } version)
                    yield return version;
                break;
            case "OCIRepository" when IsOf(apiVersion, FluxKinds.SourceGroup):
            case "HelmRepository" when IsOf(apiVersion, FluxKinds.SourceGroup) && spec.TextOf("type") == "oci":
                if (spec.TextOf("url") is { } url && OciUrlRule.Check(url) is { } fault)
                    yield return fault with { Place = placeOf(spec["url"]!.Origin), FieldPath = "spec.url" };
                if (Range(spec.MapOf("ref"), "semver", "spec.ref.semver") is { } tag)
                    yield return tag;
                break;
            case "GitRepository" when IsOf(apiVersion, FluxKinds.SourceGroup):
                if (Range(spec.MapOf("ref"), "semver", "spec.ref.semver") is { } reference)
                    yield return reference;
                break;
            case "ImagePolicy" when IsOf(apiVersion, FluxKinds.ImageGroup):
                if (Range(spec.MapOf("policy").MapOf("semver"), "range", "spec.policy.semver.range") is { } range)
                    yield return range;
                break;
        }

        Finding? Range(DataValue map, string field, string path) =>
            map.TextOf(field) is { Length: > 0 } text && SemverRangeRule.Check(text) is { } finding ? finding with { Place = placeOf(map[field]!.Origin), FieldPath = path } : null;
    }

    private static bool IsOf(string apiVersion, string group) => apiVersion.StartsWith(group + "/", StringComparison.Ordinal);
}
