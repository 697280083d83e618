namespace GitOps;

/// <summary>Two components take one variable and are given different values: a Kustomization has one.</summary>
internal static class ConflictingValuesRule
{
    public const string Id = RuleIds.ConflictingValues;
    public const string Title = "Two components give one variable different values";
    public const string Message = "the variable '{0}' is '{1}' for the component '{2}' and '{3}' for '{4}', and a Kustomization has one value; give both the same";

    public static IEnumerable<Finding> Check(FluxModel model) => SubstitutionRules.Written(model).SelectMany(Check);

    public static IEnumerable<Finding> Check(AppModel app)
    {
        var first = new Dictionary<string, (VariableAssignment Variable, ComponentUse Use)>(StringComparer.Ordinal);
        foreach (var use in app.Components)
            foreach (var variable in use.Values)
            {
                // What the app sets itself counts for all.
                if (variable.Value is null || app.Variables.Any(own => own.Name == variable.Name))
                    continue;
                if (!first.TryGetValue(variable.Name, out var other))
                    first.Add(variable.Name, (variable, use));
                else if (other.Variable.Value != variable.Value)
                    yield return RuleMessage.Error(Id, variable.Place ?? use.Place ?? app.Place, Message, variable.Name, other.Variable.Value!, NameOf(other.Use), variable.Value, NameOf(use))
                        with
                    { AlsoAt = GraphRules.Places(other.Variable.Place ?? other.Use.Place) };
            }
    }

    private static string NameOf(ComponentUse use) => use.Component?.Name ?? RepositoryPath.NameOf(use.Path);
}
