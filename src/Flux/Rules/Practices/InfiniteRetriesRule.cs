namespace GitOps;

/// <summary>A HelmRelease that is tried again for ever: a fault that no try mends is never told as final.</summary>
internal static class InfiniteRetriesRule
{
    public const string Id = RuleIds.InfiniteRetries;
    public const string Title = "A HelmRelease is retried for ever";
    public const string Message = "spec.{0}.remediation.retries is {1}, so a failing {0} is tried for ever and never told as failed for good; give a number, such as 3";

    public static IEnumerable<Finding> Check(DataValue value, Func<object?, FindingPlace?> placeOf)
    {
        if (value.TextOf("kind") != "HelmRelease" || !(value.TextOf("apiVersion") ?? "").StartsWith(FluxKinds.HelmGroup + "/", StringComparison.Ordinal))
            yield break;
        foreach (var action in new[] { "install", "upgrade" })
            if (value.MapOf("spec").MapOf(action).MapOf("remediation")["retries"] is { Kind: DataKind.Integer, Integer: < 0 } retries)
                yield return RuleMessage.Warning(Id, placeOf(retries.Origin), Message, action, retries.Integer.ToString(System.Globalization.CultureInfo.InvariantCulture)) with { FieldPath = $"spec.{action}.remediation.retries" };
    }
}
