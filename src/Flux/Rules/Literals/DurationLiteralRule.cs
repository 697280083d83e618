namespace GitOps;

/// <summary>A duration that no reader of Kubernetes takes: Go's durations end with hours.</summary>
internal static class DurationLiteralRule
{
    public const string Id = RuleIds.DurationLiteral;
    public const string Title = "A duration that cannot be read";
    public const string Message = "the duration '{0}' {1}";

    /// <summary>One text. What Go reads and Flux's own pattern does not (<c>-1h</c>, <c>0</c>) may be right in the field of another project, and is left to its schema.</summary>
    public static Finding? Check(string text, FindingPlace? place = null) =>
        SubstitutionText.MayHoldExpressions(text) || DurationLiteral.TryNanoseconds(text, out _) || DurationLiteral.Fault(text) is not { } fault ? null
            : RuleMessage.Error(Id, place, Message, text, fault);
}
