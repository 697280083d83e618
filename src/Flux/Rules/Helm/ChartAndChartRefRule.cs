namespace GitOps;

/// <summary>A HelmRelease names its chart in exactly one way.</summary>
internal static class ChartAndChartRefRule
{
    public const string Id = RuleIds.ChartAndChartRef;
    public const string Title = "A HelmRelease needs either chart or chartRef";
    public const string Message = "the HelmRelease '{0}' has {1}; it takes exactly one of chart and chartRef";

    public static IEnumerable<Finding> Check(ReadCluster cluster)
    {
        foreach (var release in ReleaseRules.Releases(cluster))
        {
            var spec = release.Spec;
            if (!release.Value.Knows("spec") || !spec.Knows("chart") || !spec.Knows("chartRef"))
                continue;
            var (chart, reference) = (spec["chart"] is { Kind: not DataKind.Null }, spec["chartRef"] is { Kind: not DataKind.Null });
            if (chart == reference)
                yield return RuleMessage.Error(Id, chart ? spec.OfField("chartRef") ?? release.Place : release.Place, Message, $"{release.Namespace}/{release.Name}", chart ? "both chart and chartRef" : "neither chart nor chartRef");
        }
    }
}
