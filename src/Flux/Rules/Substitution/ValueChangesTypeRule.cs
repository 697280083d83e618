namespace GitOps;

/// <summary>
/// A value that is known and becomes something else where it lands: the build takes the author's quotes off, and the substituted text is read as YAML 1.1.
/// </summary>
internal static class ValueChangesTypeRule
{
    public const string Id = RuleIds.ValueChangesType;
    public const string Title = "A substituted value changes its type or breaks the YAML";
    public const string Message = "'{0}' becomes {1} here and the field takes {2}: quotes are lost before the value is put in{3}";
    public const string TooMuchMessage = "with '{0}' more than {1} million characters come together of texts with variables; what is made of further ones is not looked at";
    public const string BrokenMessage = "'{0}' breaks the YAML once its variables are put in: {1}";

    public static IEnumerable<Finding> Check(FluxModel model) => Check(model, SubstitutionRules.Written(model), new SubstitutionBudget());

    public static IEnumerable<Finding> Check(FluxModel model, AppModel app) => Check(model, [app], new SubstitutionBudget());

    private static IEnumerable<Finding> Check(FluxModel model, IEnumerable<AppModel> apps, SubstitutionBudget budget)
    {
        foreach (var app in apps)
        {
            var scope = model.ScopeOf(app);
            if (scope.Runs != true)
                continue;
            foreach (var text in SubstitutionRules.Readable(app))
                if (text.Parsed.Expressions.Any() && SubstitutionRules.KnownValues(scope, text) is { } values)
                {
                    if (Check(text, values, budget) is { } finding)
                        yield return finding.Place is null ? finding with { Place = app.Place } : finding;
                    if (!budget.IsSpent)
                        continue;
                    yield return RuleMessage.Warning(Id, app.Place, TooMuchMessage, app.Id.ToString(), (SubstitutionBudget.Most / 1_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture));
                    yield break;
                }
        }
    }

    /// <summary>One text with its variables' values; a component's parameter is judged by it too.</summary>
    public static Finding? Check(TextModel text, Func<string, string?> values, SubstitutionBudget? budget = null)
    {
        if (text.IsKey)
            return SubstitutedValue.KeyFault(text.Text, values) is { } keyFault ? Broken(text, keyFault) : null;
        if (SubstitutedValue.Of(text.Text, values) is not { } value)
            return null;
        budget?.Take(value.Text.Length);
        if (value.Kind == YamlValueKind.Error)
            return Broken(text, value.Text);
        if (value.Fits(text.Type))
            return null;
        var advice = text.Type is FieldType.String or FieldType.IntOrString ? "; write the text itself in quotes, or '${quote:=\"}' around it" : "";
        return RuleMessage.Error(Id, text.Place, Message, text.Text, value.Describe(), Describe(text.Type), advice).In(text, 0, text.Text.Length);
    }

    private static Finding Broken(TextModel text, string fault) => RuleMessage.Error(Id, text.Place, BrokenMessage, text.Text, fault).In(text, 0, text.Text.Length);

    private static string Describe(FieldType type) => type switch
    {
        FieldType.String => "a string",
        FieldType.Integer => "an integer",
        FieldType.Number => "a number",
        FieldType.Boolean => "a boolean",
        FieldType.IntOrString => "an integer or a string",
        FieldType.Object => "a map",
        FieldType.Array => "a list",
        _ => "anything",
    };
}
