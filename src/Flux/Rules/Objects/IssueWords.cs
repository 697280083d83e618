namespace GitOps;

/// <summary>Words that the rules on objects share.</summary>
internal static class IssueWords
{
    private const int LongEnough = 80;

    /// <summary>The object that has or lacks the field: <c>HelmRelease spec.chart</c>, or the kind alone.</summary>
    public static string Owner(SchemaIssue issue, string kind)
    {
        var path = SchemaIssue.Join(issue.Path.Take(issue.Path.Count - 1).ToList());
        return path.Length == 0 ? kind : kind.Length == 0 ? path : $"{kind} {path}";
    }

    /// <summary>The field itself, an item with its list's name.</summary>
    public static string Field(SchemaIssue issue, string kind)
    {
        if (issue.Path.Count == 0)
            return kind;
        var at = issue.Path.Count - 1;
        while (at > 0 && issue.Path[at].StartsWith("[", StringComparison.Ordinal))
            at--;
        return SchemaIssue.Join(issue.Path.Skip(at).ToList());
    }

    /// <summary>A value in a few words: <c>the string 'x'</c>, <c>a list</c>, <c>null</c>.</summary>
    public static string Describe(DataValue value) => value.Kind switch
    {
        DataKind.Null => "null",
        DataKind.Bool => $"the boolean {value}",
        DataKind.Integer or DataKind.Float => $"the number {value}",
        DataKind.String => value.IsPartial ? "a string" : $"the string '{Short(value.Text)}'",
        DataKind.List => "a list",
        DataKind.Map => "an object",
        _ => "something else",
    };

    public static string Article(string type) => type.Length > 0 && "aeiou".IndexOf(type[0]) >= 0 ? "an " + type : "a " + type;

    public static string List(IReadOnlyList<string> names, string last = "and")
    {
        var quoted = names.Select(static name => $"'{name}'").ToList();
        return quoted.Count < 2 ? string.Concat(quoted) : string.Join(", ", quoted.Take(quoted.Count - 1)) + $" {last} {quoted[quoted.Count - 1]}";
    }

    /// <summary>A long text, or one of several lines, cut for a message.</summary>
    public static string Short(string text)
    {
        var line = text.Replace("\r", "\\r").Replace("\n", "\\n");
        return line.Length <= LongEnough ? line : line.Substring(0, LongEnough - 1) + "…";
    }
}
