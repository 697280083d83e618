namespace GitOps;

/// <summary>
/// A whole number with a leading zero. In YAML it is octal, which is right for a file's mode and a surprise elsewhere; in C# it is decimal, which is wrong for a file's mode.
/// </summary>
internal static class LeadingZeroRule
{
    public const string Id = RuleIds.LeadingZero;
    public const string Title = "A whole number with a leading zero";
    public const string Message = "'{0}' is read as {1}{2}";

    private static readonly string[] ModeWords = ["mode", "umask", "permission", "chmod"];

    /// <summary>Numbers of a YAML file, wherever they stand: Helm values too.</summary>
    public static IEnumerable<Finding> Check(DataValue value, Func<object?, FindingPlace?> placeOf) => Check(value, "", [], placeOf);

    /// <summary>A number literal in C#: null unless it has a leading zero and could be octal.</summary>
    public static Finding? CheckCSharp(string literal, FindingPlace? place)
    {
        var digits = literal.Replace("_", "").TrimEnd('u', 'U', 'l', 'L');
        return HasLeadingZero(digits) && digits.All(static c => c is >= '0' and <= '7')
            ? RuleMessage.Warning(Id, place, Message, literal, digits.TrimStart('0') is { Length: > 0 } read ? read : "0", $", for C# knows no octal numbers; a file's mode is Octal(\"{digits}\")")
            : null;
    }

    private static IEnumerable<Finding> Check(DataValue value, string name, List<string> path, Func<object?, FindingPlace?> placeOf)
    {
        if (value.Kind == DataKind.Integer)
        {
            if (value.Origin is YamlScalar { IsPlain: true } scalar && HasLeadingZero(scalar.Text.TrimStart('-', '+')) && !IsMode(name))
                yield return RuleMessage.Warning(Id, placeOf(scalar), Message, scalar.Text, value.ToString(), ", for a leading zero makes it octal; without the zero, or in quotes, it is what it looks like")
                    with
                { FieldPath = SchemaIssue.Join(path) };
            yield break;
        }

        foreach (var field in value.Fields)
        {
            path.Add(field.Name);
            foreach (var finding in Check(field.Value, field.Name, path, placeOf))
                yield return finding;
            path.RemoveAt(path.Count - 1);
        }

        for (var i = 0; i < value.Items.Count; i++)
        {
            path.Add($"[{i}]");
            foreach (var finding in Check(value.Items[i], name, path, placeOf))
                yield return finding;
            path.RemoveAt(path.Count - 1);
        }
    }

    private static bool HasLeadingZero(string digits) => digits.Length > 1 && digits[0] == '0' && digits.All(static c => c is >= '0' and <= '9');

    private static bool IsMode(string name)
    {
        foreach (var word in ModeWords)
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        return false;
    }
}
