namespace GitOps;

/// <summary>With <c>wait: true</c> Flux waits for everything that it applies and does not look at healthChecks.</summary>
internal static class HealthChecksIgnoredRule
{
    public const string Id = RuleIds.HealthChecksIgnored;
    public const string Title = "healthChecks beside wait are ignored";
    public const string Message = "'{0}' waits for all its objects, so these healthChecks are ignored; remove them, or wait";

    public static IEnumerable<Finding> Check(ReadKustomization app)
    {
        if (app.Spec.IsTrue("wait") && app.Spec.ItemsOf("healthChecks").Count > 0)
            yield return RuleMessage.Warning(Id, app.Spec.OfField("healthChecks") ?? app.Place, Message, app.Id.ToString()) with { FieldPath = "spec.healthChecks" };
    }
}
