namespace GitOps;

/// <summary>dependsOn names a Kustomization that is nowhere: Flux waits for it for ever.</summary>
internal static class UnknownDependencyRule
{
    public const string Id = RuleIds.UnknownDependency;
    public const string Title = "An app depends on a Kustomization that does not exist";
    public const string Message = "'{0}' depends on '{1}', and no Kustomization has that name{2}";

    /// <summary>What is missing of a class that is named as a dependency.</summary>
    public const string NoAppHint = "; give it an [App<…>] attribute";
    public const string NoReferenceHint = "; give it a [KustomizationName(…)] attribute";

    public static IEnumerable<Finding> Check(FluxModel model) => model.Apps.SelectMany(app => Check(model, app));

    public static IEnumerable<Finding> Check(FluxModel model, AppModel app)
    {
        foreach (var dependency in GraphRules.Written(app))
            if (model.Graph.Judge(app, dependency) == DependencyVerdict.Unknown)
            {
                var nearest = model.Graph.NearestTo(dependency);
                yield return RuleMessage.Error(Id, GraphRules.PlaceOf(app, dependency), Message, app.Id.ToString(), dependency.Target.ToString(), NearestName.Hint(nearest))
                    with
                { Suggestion = nearest };
            }
    }
}
