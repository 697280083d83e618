namespace GitOps;

/// <summary>A field that the schema does not have: the API server drops it, or rejects the object when asked to be strict, and server-side apply always does.</summary>
internal static class UnknownFieldRule
{
    public const string Id = RuleIds.UnknownField;
    public const string Title = "A field that the API does not have";
    public const string Message = "{0} has no field '{1}'{2}";

    private const int FewEnoughToList = 8;

    public static Finding Of(SchemaIssue issue, string kind, FindingPlace? place)
    {
        var name = issue.Path[issue.Path.Count - 1];
        var nearest = NearestOf(issue);
        var hint = nearest is not null ? NearestName.Hint(nearest) : issue.Known.Count is > 0 and <= FewEnoughToList ? $"; it has {IssueWords.List(issue.Known)}" : "";
        return RuleMessage.Error(Id, place, Message, IssueWords.Owner(issue, kind), name, hint) with { FieldPath = issue.FieldPath, Suggestion = nearest };
    }

    /// <summary>The field that was meant, if one is near.</summary>
    public static string? NearestOf(SchemaIssue issue) => NearestName.Of(issue.Path[issue.Path.Count - 1], issue.Known);
}
