namespace GitOps;

/// <summary>The rules over health checks together.</summary>
internal static class HealthRules
{
    public static IEnumerable<Finding> Check(ReadCluster cluster) =>
        cluster.Kustomizations.SelectMany(static app => HealthChecksIgnoredRule.Check(app).Concat(HealthExpressionsUnusedRule.Check(app)))
            .Concat(HealthTargetElsewhereRule.Check(cluster));
}
