namespace GitOps;

/// <summary>A secret's value is all that stands in a string field: should it be <c>123</c> or <c>on</c>, the API server gets a number or a boolean.</summary>
internal static class UnknownValueRule
{
    public const string Id = RuleIds.UnknownValueInStringField;
    public const string Title = "A value that only the cluster knows is the whole of a string field";
    public const string Message = "'{0}' is all of a string field, and its value is known in the cluster only: a value like '123' or 'on' would change its type; write '${{quote:=\"}}' around it";

    // What a name ends in that says what the value looks like: none of these is a number, a boolean or null.
    private static readonly string[] Texts = ["DOMAIN", "DOMAINS", "HOST", "HOSTNAME", "EMAIL", "MAIL", "URL", "URI", "ENDPOINT", "IP", "CIDR", "ADDR", "ADDRESS", "TIMEZONE", "TZ"];

    public static IEnumerable<Finding> Check(FluxModel model) => SubstitutionRules.Written(model).SelectMany(app => Check(model, app));

    public static IEnumerable<Finding> Check(FluxModel model, AppModel app)
    {
        var scope = model.ScopeOf(app);
        foreach (var text in SubstitutionRules.Readable(app))
            if (text is { Type: FieldType.String, IsKey: false } && text.Parsed.Whole is { } whole && scope.Find(whole.Name) is { Value: null } && !IsTextByName(whole.Name)
                // A default such as ': ' (Text.Quoted) makes the build write the text in quotes.
                && YamlEmission.StyleOf(text.Text) == YamlScalarStyle.Plain)
                yield return RuleMessage.Warning(Id, text.Place, Message, SubstitutionRules.Written(text, whole)).At(app, text, whole);
    }

    private static bool IsTextByName(string name) =>
        Texts.Any(text => name.Length >= text.Length && name.EndsWith(text, StringComparison.OrdinalIgnoreCase) && (name.Length == text.Length || name[name.Length - text.Length - 1] == '_'));
}
