namespace GitOps;

/// <summary>An app is compared with the cluster more often than its tier allows.</summary>
internal static class IntervalBelowTierRule
{
    public const string Id = RuleIds.IntervalBelowTier;
    public const string Title = "An interval below the tier's minimum";
    public const string Message = "'{0}' has the interval {1}, and its tier '{2}' allows no less than {3}; take the interval away, or give the app another tier";
}
