namespace GitOps;

/// <summary>A dependency with neither wait nor healthChecks is ready as soon as it is applied: the order says nothing about its pods.</summary>
internal static class UnhealthyDependencyRule
{
    public const string Id = RuleIds.DependencyWithoutHealth;
    public const string Title = "An app depends on one that is ready as soon as it is applied";
    public const string Message = "'{0}' depends on '{1}', which has neither wait nor healthChecks and is ready as soon as it is applied; give it one of them, or the dependency a readyExpr";

    public static IEnumerable<Finding> Check(FluxModel model) => model.Apps.SelectMany(app => Check(model, app));

    public static IEnumerable<Finding> Check(FluxModel model, AppModel app)
    {
        foreach (var dependency in GraphRules.Written(app))
            if (!dependency.HasReadyExpression && model.Graph.Judge(app, dependency) == DependencyVerdict.Good
                && model.Graph.Find(dependency.Target) is { ChecksHealth: false } target)
                yield return RuleMessage.Warning(Id, GraphRules.PlaceOf(app, dependency), Message, app.Id.ToString(), target.Id.ToString())
                    with
                { AlsoAt = GraphRules.Places(target.Place) };
    }
}
