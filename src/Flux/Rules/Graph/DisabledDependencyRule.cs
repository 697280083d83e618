namespace GitOps;

/// <summary>dependsOn names an app that is switched off and therefore not written.</summary>
internal static class DisabledDependencyRule
{
    public const string Id = RuleIds.DisabledDependency;
    public const string Title = "An app depends on one that is not enabled";
    public const string Message = "'{0}' depends on '{1}', which is not enabled and therefore not written; enable it or remove the dependency";

    public static IEnumerable<Finding> Check(FluxModel model) => model.Apps.SelectMany(app => Check(model, app));

    public static IEnumerable<Finding> Check(FluxModel model, AppModel app)
    {
        if (!app.IsEnabled)
            yield break;
        foreach (var dependency in app.Dependencies)
            if (model.Graph.Judge(app, dependency) == DependencyVerdict.Disabled)
                yield return RuleMessage.Error(Id, GraphRules.PlaceOf(app, dependency), Message, app.Id.ToString(), dependency.Target.ToString())
                    with
                { AlsoAt = GraphRules.Places(model.Graph.Find(dependency.Target)?.Place) };
    }
}
