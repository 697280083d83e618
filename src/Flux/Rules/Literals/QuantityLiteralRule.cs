namespace GitOps;

/// <summary>A quantity that Kubernetes rejects: a suffix that it does not know.</summary>
internal static class QuantityLiteralRule
{
    public const string Id = RuleIds.QuantityLiteral;
    public const string Title = "A quantity that cannot be read";
    public const string Message = "the quantity '{0}' {1}";

    public static Finding? Check(string text, FindingPlace? place = null) =>
        SubstitutionText.MayHoldExpressions(text) || QuantityLiteral.Fault(text) is not { } fault ? null : RuleMessage.Error(Id, place, Message, text, fault);
}
