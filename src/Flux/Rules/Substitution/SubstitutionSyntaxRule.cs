namespace GitOps;

/// <summary>An expression that Flux cannot parse: it fails the whole object, also where unset variables are allowed.</summary>
internal static class SubstitutionSyntaxRule
{
    public const string Id = RuleIds.SubstitutionSyntax;
    public const string Title = "A ${…} that Flux cannot parse";
    public const string Message = "Flux cannot parse '{0}' ({1}){2}; write '$${{' for a literal '${{'";

    public static IEnumerable<Finding> Check(FluxModel model) => model.Apps.SelectMany(app => Check(model, app));

    /// <summary>The texts of an app whose substitution runs, or may run.</summary>
    public static IEnumerable<Finding> Check(FluxModel model, AppModel app)
    {
        if (!app.IsEnabled || model.ScopeOf(app).Runs == false)
            yield break;
        foreach (var text in app.Texts)
            if (Check(text) is { } finding)
                yield return finding with { Place = finding.Place ?? app.Place };
    }

    /// <summary>One text on its own: its syntax needs no app.</summary>
    public static Finding? Check(TextModel text) => text.IsLiteral || text.Parsed.Error is not { } error ? null : Describe(text, error);

    internal static Finding Describe(TextModel text, SubstitutionError error)
    {
        var expression = Excerpt(text.Text, error.ExpressionOffset);
        return RuleMessage.Error(Id, text.Place, Message, expression, error.Message, Reason(expression, error)).In(text, error.ExpressionOffset, expression.Length);
    }

    /// <summary>The expression up to its closing brace, or what is left of the line.</summary>
    private static string Excerpt(string text, int start)
    {
        var depth = 0;
        for (var i = start + 1; i < text.Length && text[i] != '\n'; i++)
        {
            if (text[i] == '{')
                depth++;
            else if (text[i] == '}' && --depth == 0)
                return text.Substring(start, i - start + 1);
        }

        var end = text.IndexOf('\n', start);
        return text.Substring(start, (end < 0 ? text.Length : end) - start);
    }

    /// <summary>What the author probably meant.</summary>
    private static string Reason(string expression, SubstitutionError error)
    {
        var operatorAt = error.Offset - error.ExpressionOffset;
        var at = operatorAt > 0 && operatorAt < expression.Length ? expression[operatorAt] : '\0';
        return error.Message switch
        {
            SubstitutionError.VariableName when expression.StartsWith("${{", StringComparison.Ordinal) => ": '${{ }}' is a template of another tool",
            SubstitutionError.ClosingBrace when at == '-' && expression.Length > operatorAt + 1 => ": a default is ':-' or ':=', and a name holds no '-'",
            SubstitutionError.ClosingBrace when at is '+' or '?' => ": a default is ':-' or ':='",
            SubstitutionError.ClosingBrace when at == '[' => ": there are no arrays",
            SubstitutionError.ClosingBrace when at is '.' or ' ' => $": a name holds no '{at}'",
            SubstitutionError.BadSubstitution when expression.Contains('/') => ": a replacement has two slashes, '${V/a/b}'",
            _ => "",
        };
    }
}
