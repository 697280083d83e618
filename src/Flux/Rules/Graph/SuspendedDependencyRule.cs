namespace GitOps;

/// <summary>A suspended dependency keeps its old revision, so after the next commit whoever has the same source waits for it.</summary>
internal static class SuspendedDependencyRule
{
    public const string Id = RuleIds.SuspendedDependency;
    public const string Title = "An app depends on one that is suspended";
    public const string Message = "'{0}' depends on '{1}', which is suspended: after the next commit its revision stays behind and the dependent waits; resume it or remove the dependency";

    public static IEnumerable<Finding> Check(FluxModel model) => model.Apps.SelectMany(app => Check(model, app));

    public static IEnumerable<Finding> Check(FluxModel model, AppModel app)
    {
        foreach (var dependency in GraphRules.Written(app))
            if (model.Graph.Judge(app, dependency) == DependencyVerdict.Good && model.Graph.Find(dependency.Target) is { IsSuspended: true } target)
                yield return RuleMessage.Warning(Id, GraphRules.PlaceOf(app, dependency), Message, app.Id.ToString(), target.Id.ToString())
                    with
                { AlsoAt = GraphRules.Places(target.Place) };
    }
}
