namespace GitOps;

/// <summary>A HelmRelease names its chart in exactly one way.</summary>
internal static class ChartAndChartRefRule
{
    public const string Id = RuleIds.ChartAndChartRef;
    public const string Title = "A HelmRelease needs either chart or chartRef";
    public const string Message = "{0} has {1}; it takes exactly one of chart and chartRef";

    public static IEnumerable<Finding> Check(ReadCluster cluster)
    {
        foreach (var release in ReleaseRules.Releases(cluster))
        {
            if (release.Value.Knows("spec") && Of(release.Spec, $"the HelmRelease '{release.Namespace}/{release.Name}'") is { } finding)
                yield return finding with { Place = release.Spec.OfField("chartRef") ?? release.Place };
        }
    }

    /// <summary>One release, without a place; nothing where a field may be there and is not seen.</summary>
    public static Finding? Of(DataValue spec, string subject)
    {
        if (!spec.Knows("chart") || !spec.Knows("chartRef"))
            return null;
        var (chart, reference) = (spec["chart"] is { Kind: not DataKind.Null }, spec["chartRef"] is { Kind: not DataKind.Null });
        return chart == reference ? RuleMessage.Error(Id, null, Message, subject, chart ? "both chart and chartRef" : "neither chart nor chartRef") : null;
    }
}
