namespace GitOps;

/// <summary>The rules over health checks together.</summary>
internal static class HealthRules
{
    public static IEnumerable<Finding> Check(ReadCluster cluster) =>
        cluster.Kustomizations.SelectMany(static app => HealthChecksIgnoredRule.Check(app).Concat(HealthExpressionsUnusedRule.Check(app)).Concat(HealthExpressionRule.Check(app)))
            .Concat(ReleaseRules.Releases(cluster).SelectMany(static release => HealthExpressionRule.CheckReady(release.Spec, $"the HelmRelease '{release.Namespace}/{release.Name}'", release.Place)))
            .Concat(HealthTargetElsewhereRule.Check(cluster));
}
