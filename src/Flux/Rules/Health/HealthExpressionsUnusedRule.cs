namespace GitOps;

/// <summary>healthCheckExprs say how to read the health of objects that are checked: with neither wait nor healthChecks none is.</summary>
internal static class HealthExpressionsUnusedRule
{
    public const string Id = RuleIds.HealthExpressionsUnused;
    public const string Title = "healthCheckExprs that are never evaluated";
    public const string Message = "'{0}' has neither wait nor healthChecks, so its healthCheckExprs are never evaluated; add 'wait: true' or remove them";

    public static IEnumerable<Finding> Check(ReadKustomization app)
    {
        if (app.Spec.ItemsOf("healthCheckExprs").Count > 0 && app.App.ChecksHealth == false)
            yield return RuleMessage.Warning(Id, app.Spec.OfField("healthCheckExprs") ?? app.Place, Message, app.Id.ToString()) with { FieldPath = "spec.healthCheckExprs" };
    }
}
