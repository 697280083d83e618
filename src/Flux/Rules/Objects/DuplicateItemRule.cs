using System.Globalization;

namespace GitOps;

/// <summary>Two equal items of a set, or two entries of a list map with the same keys.</summary>
internal static class DuplicateItemRule
{
    public const string Id = RuleIds.DuplicateItem;
    public const string Title = "An entry that stands twice";
    public const string Message = "'{0}' holds {1} twice: item {2} repeats item {3}{4}";

    public static Finding Of(SchemaIssue issue, string kind, FindingPlace? place)
    {
        var item = issue.Path[issue.Path.Count - 1].Trim('[', ']');
        var list = issue.Path.Count > 1 ? issue.Path[issue.Path.Count - 2] : kind;
        var isMap = issue.Expected.Length > 0;
        var what = isMap && issue.Self is { } keys
            ? "'" + (keys.Fields.Count == 0 ? "{}" : IssueWords.Short(string.Join(", ", keys.Fields.Select(static field => $"{field.Name}: {(field.Value.Kind == DataKind.String ? field.Value.Text : field.Value.ToString())}")))) + "'"
            : "'" + IssueWords.Short(issue.Value.Kind == DataKind.String ? issue.Value.Text : issue.Value.ToString()) + "'";
        var hint = isMap ? $"; entries are told apart by {issue.Expected}" : "";
        return RuleMessage.Error(Id, place, Message, list, what, item, issue.First.ToString(CultureInfo.InvariantCulture), hint) with { FieldPath = issue.FieldPath };
    }
}
