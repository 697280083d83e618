namespace GitOps;

/// <summary>A text that is not of its field's format.</summary>
internal static class FormatRule
{
    public const string Id = RuleIds.FormatMismatch;
    public const string Title = "A text that is not of its format";
    public const string Message = "'{0}' is not {1}, as '{2}' must be";

    public static Finding Of(SchemaIssue issue, string kind, FindingPlace? place) =>
        RuleMessage.Error(Id, place, Message, IssueWords.Short(issue.Value.Text), Words(issue.Expected), IssueWords.Field(issue, kind)) with { FieldPath = issue.FieldPath };

    private static string Words(string format) => format switch
    {
        "date-time" => "a date and time like 2024-01-31T12:00:00Z",
        "date" => "a date like 2024-01-31",
        "byte" => "base64",
        "duration" => "a duration like 1h30m",
        "ipv4" => "an IPv4 address",
        "ipv6" => "an IPv6 address",
        "cidr" => "a network like 10.0.0.0/8",
        "uri" => "a URI or an absolute path",
        "email" => "an email address",
        "hostname" => "a host name",
        "mac" => "a MAC address",
        "apiVersion" => "a group and version like apps/v1",
        "kind" => "the name of a kind",
        _ when format.StartsWith("uuid", StringComparison.Ordinal) => "a UUID",
        _ => $"of the format {format}",
    };
}
