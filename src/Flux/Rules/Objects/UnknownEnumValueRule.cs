namespace GitOps;

/// <summary>
/// A value that the schema does not list. The enums that we ship are those of one version of a CRD, and operators widen some: there it is a warning, unless a known value
/// differs in case or blanks alone. Of the user's own CRD, and of core Kubernetes' old enums, it is an error.
/// </summary>
internal static class UnknownEnumValueRule
{
    public const string Id = RuleIds.UnknownEnumValue;
    public const string Title = "A value that is not among the known ones";
    public const string Message = "'{0}' is no known value of '{1}': it may be {2}{3}";

    private const int MostListed = 12;

    /// <param name="isClosed">The cluster's own schema says so: nobody can know more.</param>
    public static Finding Of(SchemaIssue issue, string kind, FindingPlace? place, bool isClosed)
    {
        var text = issue.Value.Kind == DataKind.String ? issue.Value.Text : issue.Value.ToString();
        var same = issue.Known.FirstOrDefault(known => string.Equals(known, text.Trim(), StringComparison.OrdinalIgnoreCase));
        var nearest = same ?? NearestName.Of(text, issue.Known);
        var listed = IssueWords.List(issue.Known.Take(MostListed).ToList(), "or") + (issue.Known.Count > MostListed ? ", …" : "");
        string[] arguments = [text, IssueWords.Field(issue, kind), listed, NearestName.Hint(nearest)];
        var finding = isClosed || same is not null ? RuleMessage.Error(Id, place, Message, arguments) : RuleMessage.Warning(Id, place, Message, arguments);
        return finding with { FieldPath = issue.FieldPath, Suggestion = nearest };
    }
}
