namespace GitOps;

/// <summary>Alternatives of a schema (oneOf, anyOf, allOf, not) that do not hold.</summary>
internal static class UnionRule
{
    public const string Id = RuleIds.BrokenUnion;
    public const string Title = "Alternatives of which none, or too many, are met";
    public const string Message = "'{0}' must {1} {2}";

    public static Finding Of(SchemaIssue issue, string kind, FindingPlace? place)
    {
        var (verb, word) = issue.Expected switch
        {
            "oneOf" => ("meet exactly one of:", "or"),
            "anyOf" => ("meet at least one of:", "or"),
            "not" => ("not have:", "or"),
            _ => ("meet all of:", "and"),
        };
        var parts = issue.Known.Count == 0 ? issue.Expected : IssueWords.List(issue.Known, word);
        return RuleMessage.Error(Id, place, Message, IssueWords.Field(issue, kind), verb, parts) with { FieldPath = issue.Path.Count == 0 ? null : issue.FieldPath };
    }
}
