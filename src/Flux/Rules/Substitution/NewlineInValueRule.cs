namespace GitOps;

/// <summary>Flux takes every line break out of a variable's value before it puts it in: two lines become one word.</summary>
internal static class NewlineInValueRule
{
    public const string Id = RuleIds.NewlineInValue;
    public const string Title = "A line break in a variable's value";
    public const string Message = "the value of '{0}' has line breaks, which Flux takes out before it is put in; write it in one line";

    public static IEnumerable<Finding> Check(FluxModel model)
    {
        var seen = new HashSet<(VariableSourceModel, string)>();
        foreach (var app in SubstitutionRules.Written(model))
        {
            foreach (var variable in app.Variables.Concat(app.Components.SelectMany(static use => use.Values)))
                if (Check(variable) is { } finding)
                    yield return finding with { Place = finding.Place ?? app.Place };
            foreach (var reference in app.Sources)
                if (VariableScope.Resolve(model, app, reference) is { } source)
                    foreach (var key in source.Keys)
                        if (Check(key) is { } finding && seen.Add((source, key.Name)))
                            yield return finding with { Place = finding.Place ?? source.Place ?? app.Place };
        }
    }

    /// <summary>A line break at the end is what <c>|</c> leaves, and does no harm.</summary>
    public static Finding? Check(VariableAssignment variable) =>
        variable.Value is { } value && value.TrimEnd('\n').IndexOf('\n') >= 0 ? RuleMessage.Warning(Id, variable.Place, Message, variable.Name) : null;
}
