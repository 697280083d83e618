namespace GitOps;

/// <summary>A value that Helm refuses, for the schema of its chart rejects it: what the rules on objects say of it, in one rule of its own.</summary>
internal static class ChartValueRule
{
    public const string Id = RuleIds.ChartValue;
    public const string Title = "A value that the schema of its chart rejects";
    public const string Message = "{0}; the schema of the chart says so, and Helm refuses the release";

    /// <param name="found">What the schema has against the value.</param>
    public static Finding Of(Finding found) => RuleMessage.Error(Id, found.Place, Message, found.Message) with { FieldPath = found.FieldPath, Suggestion = found.Suggestion };
}
