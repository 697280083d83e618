namespace GitOps;

/// <summary>A text that does not match the pattern of its field.</summary>
internal static class PatternRule
{
    public const string Id = RuleIds.PatternMismatch;
    public const string Title = "A text that does not match its pattern";
    public const string Message = "'{0}' is no '{1}': it must match {2}{3}";

    public static Finding Of(SchemaIssue issue, string kind, FindingPlace? place)
    {
        var text = issue.Value.Text;
        // Durations and quantities have words of their own, wherever they stand.
        if (issue.Type?.Kind == SchemaTypeKind.Duration && DurationLiteral.Fault(text) is { } duration)
            return RuleMessage.Error(DurationLiteralRule.Id, place, DurationLiteralRule.Message, text, duration) with { FieldPath = issue.FieldPath };
        if (issue.Type?.Kind == SchemaTypeKind.Quantity && QuantityLiteral.Fault(text) is { } quantity)
            return RuleMessage.Error(QuantityLiteralRule.Id, place, QuantityLiteralRule.Message, text, quantity) with { FieldPath = issue.FieldPath };
        var trimmed = text.Trim();
        var hint = trimmed.Length != text.Length && Re2.Compile(issue.Expected).IsMatch(trimmed) == true ? "; without the blanks around it it does" : "";
        return RuleMessage.Error(Id, place, Message, IssueWords.Short(text), IssueWords.Field(issue, kind), issue.Expected, hint) with { FieldPath = issue.FieldPath };
    }
}
