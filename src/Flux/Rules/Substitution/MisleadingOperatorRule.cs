namespace GitOps;

/// <summary><c>:?</c> and <c>:+</c> are defaults for Flux: nothing fails, and nothing is put in when the variable is set.</summary>
internal static class MisleadingOperatorRule
{
    public const string Id = RuleIds.MisleadingOperator;
    public const string Title = "An operator that means something else than in bash";
    public const string Message = "'{0}' is a plain default for Flux{1}; write ':-' for a default, or no operator to fail without the variable";

    public static IEnumerable<Finding> Check(FluxModel model) => SubstitutionRules.Written(model).SelectMany(app => Check(model, app));

    public static IEnumerable<Finding> Check(FluxModel model, AppModel app)
    {
        if (model.ScopeOf(app).Runs == false)
            yield break;
        foreach (var text in SubstitutionRules.Readable(app))
            foreach (var finding in Check(text))
                yield return finding.Place is null ? finding with { Place = app.Place } : finding;
    }

    /// <summary>One text on its own.</summary>
    public static IEnumerable<Finding> Check(TextModel text)
    {
        foreach (var expression in text.Parsed.Expressions)
            if (expression.Operator is ":?" or ":+")
                yield return RuleMessage.Warning(Id, text.Place, Message, SubstitutionRules.Written(text, expression),
                    expression.Operator == ":?" ? ", it never fails" : ", it is not put in when the variable is set").In(text, expression.Offset, expression.Length);
    }
}
