namespace GitOps;

/// <summary>A template expression with one brace, as C#'s <c>$"{{ .Release.Name }}"</c> leaves it: Helm and External Secrets print it as it is.</summary>
internal static class SingleBraceTemplateRule
{
    public const string Id = RuleIds.SingleBraceTemplate;
    public const string Title = "A template with one brace";
    public const string Message = "'{0}' is no template with one brace; write '{{{{' and '}}}}', which in an interpolated string are doubled once more";

    private static readonly string[] Roots = [".Release.", ".Values.", ".Chart.", ".Capabilities."];

    public static IEnumerable<Finding> Check(FluxModel model) =>
        SubstitutionRules.Written(model).SelectMany(static app => app.Texts.SelectMany(text => Check(text).Select(finding => finding.Place is null ? finding with { Place = app.Place } : finding)));

    /// <summary>One text on its own. <c>{.status.phase}</c> is a JSON path and fine, so a blank or one of Helm's own roots makes a template.</summary>
    public static IEnumerable<Finding> Check(TextModel model)
    {
        var text = model.Text;
        for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', open + 1))
        {
            if ((open > 0 && text[open - 1] is '{' or '$') || (open + 1 < text.Length && text[open + 1] == '{'))
                continue;
            var close = text.IndexOf('}', open);
            if (close < 0)
                yield break;
            var inner = text.Substring(open + 1, close - open - 1);
            if (inner.IndexOf('{') < 0 && (close + 1 == text.Length || text[close + 1] != '}') && IsTemplate(inner))
                yield return RuleMessage.Warning(Id, model.Place, Message, text.Substring(open, close - open + 1)).In(model, open, close - open + 1);
        }
    }

    private static bool IsTemplate(string inner)
    {
        var trimmed = inner.TrimStart(' ', '-');
        return trimmed.Length > 1 && trimmed[0] == '.' && (char.IsLetter(trimmed[1]) || trimmed[1] == '_') && trimmed.IndexOf('\n') < 0
            && (trimmed.Length < inner.Length || Roots.Any(root => trimmed.StartsWith(root, StringComparison.Ordinal)));
    }
}
