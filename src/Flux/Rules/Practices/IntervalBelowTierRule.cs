namespace GitOps;

/// <summary>An app is compared with the cluster more often than its tier allows.</summary>
internal static class IntervalBelowTierRule
{
    public const string Id = RuleIds.IntervalBelowTier;
    public const string Title = "An interval below the tier's minimum";
    public const string Message = "'{0}' has the interval {1}, and its tier '{2}' allows no less than {3}; take the interval away, or give the app another tier";

    /// <summary>Of one app; nothing where an interval is no duration, which is another fault.</summary>
    public static Finding? Of(FindingPlace? place, string app, string? interval, string tier, string? minimum) =>
        interval is not null && minimum is not null && DurationLiteral.TryNanoseconds(interval, out var own) && DurationLiteral.TryNanoseconds(minimum, out var least) && own < least
            ? RuleMessage.Warning(Id, place, Message, app, interval, tier, minimum) with { FieldPath = "spec.interval" }
            : null;
}
