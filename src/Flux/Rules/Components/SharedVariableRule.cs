namespace GitOps;

/// <summary>A variable of two components that the app sets on one of them: a Kustomization has one value, so it counts for the other too.</summary>
internal static class SharedVariableRule
{
    public const string Id = RuleIds.SharedVariable;
    public const string Title = "A variable set on one component counts for another";
    public const string Message = "the variable '{0}' that is set on the component '{1}' is one of '{2}' too, and counts there instead of its default; set it on both, or rename one";

    public static IEnumerable<Finding> Check(FluxModel model) => SubstitutionRules.Written(model).SelectMany(Check);

    public static IEnumerable<Finding> Check(AppModel app)
    {
        foreach (var use in app.Components)
            foreach (var value in use.Values)
            {
                // What the app sets itself is meant for all.
                if (value.IsImplied || app.Variables.Any(own => own.Name == value.Name))
                    continue;
                foreach (var other in app.Components)
                    if (!ReferenceEquals(other, use) && other.Component is { } component && component.Directory != use.Component?.Directory
                        && other.Values.All(set => set.Name != value.Name) && component.Parameters.Any(parameter => parameter.Name == value.Name && !parameter.IsRequired))
                        yield return RuleMessage.Warning(Id, value.Place ?? use.Place ?? app.Place, Message, value.Name, use.Component?.Name ?? RepositoryPath.NameOf(use.Path), component.Name)
                            with
                        { AlsoAt = GraphRules.Places(other.Place) };
            }
    }
}
