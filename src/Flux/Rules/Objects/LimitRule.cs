using System.Globalization;

namespace GitOps;

/// <summary>A value beyond a limit of its field.</summary>
internal static class LimitRule
{
    public const string Id = RuleIds.BeyondLimit;
    public const string Title = "A value beyond its limits";
    public const string Message = "'{0}' {1}";

    public static Finding Of(SchemaIssue issue, string kind, FindingPlace? place) =>
        RuleMessage.Error(Id, place, Message, IssueWords.Field(issue, kind), Words(issue)) with { FieldPath = issue.FieldPath };

    private static string Words(SchemaIssue issue)
    {
        var value = issue.Value;
        var bound = issue.Expected;
        return issue.Limit switch
        {
            SchemaLimit.MinLength when value.Text.Length == 0 => "is empty",
            SchemaLimit.MinLength => $"has {Count(CelText.CountOf(value.Text), "character")}, {bound} are the fewest",
            SchemaLimit.MaxLength => $"has {Count(CelText.CountOf(value.Text), "character")}, {bound} are the most",
            SchemaLimit.MinItems => value.Items.Count == 0 ? $"is an empty list, and must have {(bound == "1" ? "an item" : $"{bound} items")}" : $"has {Count(value.Items.Count, "item")}, {bound} are the fewest",
            SchemaLimit.MaxItems => $"has {Count(value.Items.Count, "item")}, {bound} {(bound == "1" ? "is" : "are")} the most",
            SchemaLimit.MinProperties => value.Fields.Count == 0 ? $"is empty, and must have {(bound == "1" ? "a field" : $"{bound} fields")}" : $"has {Count(value.Fields.Count, "field")}, {bound} are the fewest",
            SchemaLimit.MaxProperties => $"has {Count(value.Fields.Count, "field")}, {bound} {(bound == "1" ? "is" : "are")} the most",
            SchemaLimit.Minimum => $"is {value}, {bound} is the least",
            SchemaLimit.Maximum => $"is {value}, {bound} is the most{Mode(issue)}",
            SchemaLimit.ExclusiveMinimum => $"is {value}, and must be greater than {bound}",
            SchemaLimit.ExclusiveMaximum => $"is {value}, and must be less than {bound}",
            SchemaLimit.MultipleOf => $"is {value}, and must be a multiple of {bound}",
            SchemaLimit.Range => $"is {value}, which is no whole number of {bound} bits",
            SchemaLimit.UniqueItems => "holds equal items, and must not",
            _ => "is beyond its limit",
        };
    }

    /// <summary>People write file modes as they know them: 644 is meant as octal.</summary>
    private static string Mode(SchemaIssue issue)
    {
        var name = issue.Path[issue.Path.Count - 1];
        return name is "defaultMode" or "mode" && issue.Value is { Kind: DataKind.Integer, Integer: > 511 and <= 777 } mode && mode.ToString().All(static c => c is >= '0' and <= '7')
            ? $"; a mode is octal in YAML with a leading zero: 0{mode}"
            : "";
    }

    private static string Count(int count, string what) => count.ToString(CultureInfo.InvariantCulture) + " " + what + (count == 1 ? "" : "s");
}
