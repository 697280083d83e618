namespace GitOps;

/// <summary>A rule that the CRD states in CEL and that the object breaks.</summary>
internal static class BrokenValidationRule
{
    public const string Id = RuleIds.BrokenValidation;
    public const string Title = "A rule of the kind that does not hold";
    public const string Message = "'{0}' breaks a rule of {1}: {2}";

    public static Finding Of(SchemaIssue issue, string kind, FindingPlace? place) =>
        RuleMessage.Error(Id, place, Message, IssueWords.Field(issue, kind), kind, Words(issue)) with { FieldPath = issue.Path.Count == 0 ? null : issue.FieldPath };

    /// <summary>The CRD's own message, or the rule in words, or the rule itself where it has none.</summary>
    private static string Words(SchemaIssue issue) => issue.RuleMessage is { Length: > 0 } message ? message.Trim().TrimEnd('.')
        : CelExpression.Parse(issue.Expected).Expression is { } rule && CelExplainer.Describe(rule) is { } words ? words
        : issue.Expected.Trim();
}
