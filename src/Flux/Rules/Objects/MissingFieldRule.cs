namespace GitOps;

/// <summary>A required field that is not there and that the API server does not fill in.</summary>
internal static class MissingFieldRule
{
    public const string Id = RuleIds.MissingField;
    public const string Title = "A required field that is missing";
    public const string Message = "{0} lacks the required field '{1}'";

    public static Finding Of(SchemaIssue issue, string kind, FindingPlace? place) =>
        RuleMessage.Error(Id, place, Message, IssueWords.Owner(issue, kind), issue.Path[issue.Path.Count - 1]) with { FieldPath = issue.FieldPath };
}
