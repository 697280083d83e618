namespace GitOps;

/// <summary>dependsOn names an object of another kind: a Kustomization waits for Kustomizations only.</summary>
internal static class WrongKindDependencyRule
{
    public const string Id = RuleIds.WrongKindDependency;
    public const string Title = "An app depends on an object that is no Kustomization";
    public const string Message = "'{0}' depends on '{1}', which is a {2}: the dependsOn of a Kustomization takes Kustomizations only{3}";

    public static IEnumerable<Finding> Check(FluxModel model) => model.Apps.SelectMany(app => Check(model, app));

    public static IEnumerable<Finding> Check(FluxModel model, AppModel app)
    {
        foreach (var dependency in GraphRules.Written(app))
            if (model.Graph.Judge(app, dependency) == DependencyVerdict.WrongKind && model.Graph.ObjectOf(dependency) is { } found)
            {
                // An app that waits for what it makes itself is not helped by its own name.
                var owner = found.Owner is not null && found.Owner.Id != app.Id ? found.Owner : null;
                var finding = RuleMessage.Error(Id, GraphRules.PlaceOf(app, dependency), Message, app.Id.ToString(), dependency.Target.ToString(), found.Object.Kind,
                    owner is null ? "" : $"; depend on '{owner.Id}', which makes it");
                yield return finding with { AlsoAt = GraphRules.Places(found.Object.Place ?? owner?.Place), Suggestion = owner?.Id.ToString() };
            }
    }
}
