namespace GitOps;

/// <summary>dependsOn names a Kustomization that exists in another namespace: without a namespace the dependent's own counts, never flux-system.</summary>
internal static class OtherNamespaceDependencyRule
{
    public const string Id = RuleIds.OtherNamespaceDependency;
    public const string Title = "An app depends on a Kustomization of another namespace without naming it";
    public const string Message = "'{0}' depends on '{1}', but '{2}' is in the namespace '{3}'; write that namespace";

    public static IEnumerable<Finding> Check(FluxModel model) => model.Apps.SelectMany(app => Check(model, app));

    public static IEnumerable<Finding> Check(FluxModel model, AppModel app)
    {
        foreach (var dependency in GraphRules.Written(app))
            if (model.Graph.Judge(app, dependency) == DependencyVerdict.OtherNamespace && model.Graph.ElsewhereOf(app, dependency) is { } elsewhere)
                yield return RuleMessage.Error(Id, GraphRules.PlaceOf(app, dependency), Message, app.Id.ToString(), dependency.Target.ToString(), elsewhere.Name, elsewhere.Namespace)
                    with
                { AlsoAt = GraphRules.Places(model.Graph.Find(elsewhere)?.Place), Suggestion = elsewhere.ToString() };
    }
}
