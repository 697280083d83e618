namespace GitOps;

/// <summary>dependsOn names its own Kustomization, which then waits for itself for ever.</summary>
internal static class SelfDependencyRule
{
    public const string Id = RuleIds.SelfDependency;
    public const string Title = "An app depends on itself";
    public const string Message = "'{0}' depends on itself; remove the dependency";

    public static IEnumerable<Finding> Check(FluxModel model) => model.Apps.SelectMany(Check);

    public static IEnumerable<Finding> Check(AppModel app)
    {
        foreach (var dependency in GraphRules.Written(app))
            if (dependency.Target == app.Id)
                yield return RuleMessage.Error(Id, GraphRules.PlaceOf(app, dependency), Message, app.Id.ToString());
    }
}
