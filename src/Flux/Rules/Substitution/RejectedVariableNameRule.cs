namespace GitOps;

/// <summary>A name that Flux takes for no variable: one such key in a source fails every object, used or not.</summary>
internal static class RejectedVariableNameRule
{
    public const string Id = RuleIds.RejectedVariableName;
    public const string Title = "A variable's name that Flux rejects";
    public const string Message = "'{0}' cannot be a variable's name, it {1}: Flux fails every object of '{2}' with \"var name is invalid\"; rename it or take it out of the source";
    public const string TextMessage = "'{0}' can never be a variable, for its name {1}: nothing can provide it to the component '{2}'; rename it";

    public static IEnumerable<Finding> Check(FluxModel model)
    {
        var seen = new HashSet<(VariableSourceModel, string)>();
        foreach (var app in SubstitutionRules.Written(model))
        {
            foreach (var variable in app.Variables.Concat(app.Components.SelectMany(static use => use.Values)))
                if (Check(variable, app) is { } finding)
                    yield return finding;
            foreach (var reference in app.Sources)
                if (VariableScope.Resolve(model, app, reference) is { } source)
                    foreach (var key in source.Keys)
                        // The source is wrong once, however many apps name it.
                        if (VariableName.Fault(key.Name) is not null && seen.Add((source, key.Name)) && Check(key, app) is { } finding)
                            yield return finding with { Place = key.Place ?? source.Place ?? reference.Place ?? app.Place };
        }
    }

    private static Finding? Check(VariableAssignment variable, AppModel app) =>
        VariableName.Fault(variable.Name) is { } fault
            ? RuleMessage.Error(Id, variable.Place ?? app.Place, Message, variable.Name, fault, app.Id.ToString()) with { Suggestion = VariableName.Repair(variable.Name) }
            : null;
}
