namespace GitOps;

/// <summary>Defaults in the texts and no variable at all: Flux substitutes only with at least one, so the text reaches the cluster as it is written.</summary>
internal static class SubstitutionNeverRunsRule
{
    public const string Id = RuleIds.SubstitutionNeverRuns;
    public const string Title = "Defaults, but no variable: substitution does not run";
    public const string Message = "'{0}' stays as it is written: '{1}' has no variable, and Flux substitutes only with at least one; give it a variable or the strategy Always";

    public static IEnumerable<Finding> Check(FluxModel model) => SubstitutionRules.Written(model).SelectMany(app => Check(model, app));

    public static IEnumerable<Finding> Check(FluxModel model, AppModel app)
    {
        if (model.ScopeOf(app).Runs != false)
            yield break;
        foreach (var text in SubstitutionRules.Readable(app))
            // A text of several lines is a script, whose defaults are its own.
            if (text.Text.IndexOf('\n') < 0 && text.Parsed.Expressions.FirstOrDefault(static expression => expression.HasDefault) is { } expression)
                yield return RuleMessage.Warning(Id, text.Place, Message, SubstitutionRules.Written(text, expression), app.Id.ToString()).At(app, text, expression);
    }
}
