namespace GitOps;

/// <summary>A value of another type than the field's.</summary>
internal static class WrongTypeRule
{
    public const string Id = RuleIds.WrongType;
    public const string Title = "A value of the wrong type";
    public const string Message = "'{0}' is {1}, and must be {2}{3}";

    public static Finding Of(SchemaIssue issue, string kind, FindingPlace? place)
    {
        var wanted = issue.Expected;
        var hint = issue.Value switch
        {
            { Kind: DataKind.Integer or DataKind.Float or DataKind.Bool } when wanted == "string" => "; put it in quotes",
            { Kind: DataKind.String, IsPartial: false } text when IsMeant(text.Text, wanted) => "; write it without quotes",
            { Kind: DataKind.Map or DataKind.String } when wanted == "list" => "; write '- ' before each item",
            _ => "",
        };
        return RuleMessage.Error(Id, place, Message, IssueWords.Field(issue, kind), IssueWords.Describe(issue.Value), IssueWords.Article(wanted), hint) with { FieldPath = issue.FieldPath };
    }

    private static bool IsMeant(string text, string wanted) => Yaml11.Resolve(text).Kind switch
    {
        YamlValueKind.Integer => wanted is "integer" or "number",
        YamlValueKind.Float => wanted == "number",
        YamlValueKind.Bool => wanted == "boolean",
        _ => false,
    };
}
