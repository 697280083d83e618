namespace GitOps;

/// <summary>The rules over substitution together, and what they share.</summary>
internal static class SubstitutionRules
{
    /// <summary>Every finding of the 2xxx range that the model can show, in the order of the rules.</summary>
    public static IEnumerable<Finding> Check(FluxModel model) =>
        UndefinedVariableRule.Check(model)
            .Concat(SubstitutionSyntaxRule.Check(model))
            .Concat(RejectedVariableNameRule.Check(model))
            .Concat(ValueChangesTypeRule.Check(model))
            .Concat(UnusedVariableRule.Check(model))
            .Concat(MisleadingOperatorRule.Check(model))
            .Concat(NewlineInValueRule.Check(model))
            .Concat(SubstitutionNeverRunsRule.Check(model))
            .Concat(ConflictingValuesRule.Check(model))
            .Concat(MissingVariableSourceRule.Check(model))
            .Concat(SingleBraceTemplateRule.Check(model))
            .Concat(UnknownValueRule.Check(model));

    /// <summary>The apps that are written and seen in full enough to have texts.</summary>
    public static IEnumerable<AppModel> Written(FluxModel model) => model.Apps.Where(static app => app.IsEnabled && !app.IsReferenceOnly);

    /// <summary>The texts that substitution passes over and can read.</summary>
    public static IEnumerable<TextModel> Readable(AppModel app) => app.Texts.Where(static text => !text.IsLiteral && text.Parsed.Error is null);

    /// <summary>A finding at an expression of a text.</summary>
    public static Finding At(this Finding finding, AppModel app, TextModel text, SubstitutionExpression expression)
    {
        var at = finding.In(text, expression.Offset, expression.Length);
        return at.Place is null ? at with { Place = app.Place } : at;
    }

    /// <summary>The expression as it is written.</summary>
    public static string Written(TextModel text, SubstitutionExpression expression) => text.Text.Substring(expression.Offset, expression.Length);

    /// <summary>
    /// The values of all variables of a text, when each is known or known to be missing; else <see langword="null"/>.
    /// </summary>
    public static Func<string, string?>? KnownValues(VariableScope scope, TextModel text)
    {
        foreach (var expression in text.Parsed.Expressions)
            if (scope.Has(expression.Name) ? scope.KnownValue(expression.Name) is null : scope.IsOpen || expression.IsRequired)
                return null;
        return scope.KnownValue;
    }
}
