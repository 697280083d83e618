namespace GitOps;

/// <summary>A variable of the app's own that no text takes: forgotten, or misspelt, and the text that means it lives from its default.</summary>
internal static class UnusedVariableRule
{
    public const string Id = RuleIds.UnusedVariable;
    public const string Title = "A variable that nothing uses";
    public const string Message = "nothing of '{0}' uses its variable '{1}'{2}";

    public static IEnumerable<Finding> Check(FluxModel model) => SubstitutionRules.Written(model).SelectMany(app => Check(model, app));

    public static IEnumerable<Finding> Check(FluxModel model, AppModel app)
    {
        // A text that cannot be read may use anything, and so may a component that is not known.
        if (app.IsOpen || app.HasUnseenTexts || app.Components.Any(static use => use.Component is null or { Findings.Count: > 0 } or { HasUnseenTexts: true }) || app.Texts.Any(static text => text.Parsed.Error is not null))
            yield break;
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in SubstitutionRules.Readable(app))
            foreach (var expression in text.Parsed.Expressions)
                used.Add(expression.Name);
        foreach (var use in app.Components)
            foreach (var parameter in use.Component!.Parameters)
                used.Add(parameter.Name);
        var scope = model.ScopeOf(app);
        List<string>? missing = null;
        foreach (var variable in app.Variables)
            if (!variable.IsImplied && variable.Component is null && !used.Contains(variable.Name))
            {
                var nearest = NearestName.Of(variable.Name, missing ??= [.. used.Where(name => !scope.Has(name)).OrderBy(static name => name, StringComparer.Ordinal)]);
                yield return RuleMessage.Warning(Id, variable.Place ?? app.Place, Message, app.Id.ToString(), variable.Name, NearestName.Hint(nearest)) with { Suggestion = nearest };
            }
    }
}
