namespace GitOps;

/// <summary>Which objects a patch or a replacement means (kustomize's Selector). Names are regular expressions that must match whole.</summary>
internal static class KustomizeSelector
{
    /// <summary>Characters that make more of a name than itself.</summary>
    private static readonly char[] Special = [.. ".[](){}\\^$|*+?"];

    /// <summary>Whether a name means itself alone, dots aside.</summary>
    public static bool IsPlain(string name) => name.IndexOfAny([.. Special.Where(static character => character != '.')]) < 0;

    /// <summary>Whether an object is meant; <see langword="null"/> when that cannot be told.</summary>
    public static bool? Matches(DataValue selector, KustomizeObject item)
    {
        bool? all = true;
        if (And(ref all, Exact(selector["kind"], item.Kind)) || And(ref all, Exact(selector["group"], item.Group)) || And(ref all, Exact(selector["version"], item.Version)))
            return false;
        if (And(ref all, Named(selector, item)))
            return false;
        if (And(ref all, Labels(selector["labelSelector"], item.Metadata["labels"])) || And(ref all, Labels(selector["annotationSelector"], item.Metadata["annotations"])))
            return false;
        return all;
    }

    /// <summary>A name or namespace of now or of before counts.</summary>
    private static bool? Named(DataValue selector, KustomizeObject item)
    {
        if (selector["name"] is null && selector["namespace"] is null)
            return true;
        if (item.IsAltered)
            return null;
        var any = Named(selector, item.Namespace, item.Name);
        for (var i = 0; i < item.Before.Count && any != true; i++)
            any = Named(selector, item.Before[i].Namespace, item.Before[i].Name) switch
            {
                true => true,
                null => null,
                false => any,
            };
        return any;
    }

    private static bool? Named(DataValue selector, string @namespace, string name)
    {
        bool? both = true;
        return And(ref both, Pattern(selector["namespace"], @namespace)) || And(ref both, Pattern(selector["name"], name)) ? false : both;
    }

    private static bool And(ref bool? all, bool? verdict)
    {
        if (verdict is null)
            all = null;
        return verdict == false;
    }

    private static bool? Exact(DataValue? pattern, string text) => pattern switch
    {
        null or { Kind: DataKind.Null } => true,
        { Kind: DataKind.String, IsPartial: false } => pattern.Text.Length == 0 || pattern.Text == text,
        _ => null,
    };

    private static bool? Pattern(DataValue? pattern, string text) => pattern switch
    {
        null or { Kind: DataKind.Null } => true,
        { Kind: DataKind.String, IsPartial: false } => pattern.Text.Length == 0 || pattern.Text == text ? true : pattern.Text.IndexOfAny(Special) < 0 ? false : Re2.Compile("^(?:" + pattern.Text + ")$").IsMatch(text),
        _ => null,
    };

    private static bool? Labels(DataValue? selector, DataValue? labels)
    {
        if (selector is null or { Kind: DataKind.Null } or { Kind: DataKind.String, IsPartial: false, Text: "" })
            return true;
        if (selector is not { Kind: DataKind.String, IsPartial: false } || labels is { IsUnknown: true } or { IsPartial: true })
            return null;
        bool? all = true;
        foreach (var requirement in Requirements(selector.Text))
            if (And(ref all, Requirement(requirement.Trim(), labels)))
                return false;

        return all;
    }

    /// <summary>The parts between commas; <c>in (a,b)</c> holds commas of its own.</summary>
    private static IEnumerable<string> Requirements(string selector)
    {
        var start = 0;
        var depth = 0;
        for (var i = 0; i < selector.Length; i++)
        {
            if (selector[i] == '(')
                depth++;
            else if (selector[i] == ')')
                depth--;
            else if (selector[i] == ',' && depth == 0)
            {
                yield return selector.Substring(start, i - start);
                start = i + 1;
            }
        }

        yield return selector.Substring(start);
    }

    private static bool? Requirement(string text, DataValue? labels)
    {
        if (text.IndexOf('(') is > 0 and var open)
            return text[text.Length - 1] == ')' ? InSet(text.Substring(0, open).Split([' '], StringSplitOptions.RemoveEmptyEntries), text.Substring(open + 1, text.Length - open - 2), labels) : null;
        var not = text.IndexOf("!=", StringComparison.Ordinal);
        var equals = text.IndexOf('=');
        if (not > 0)
            return Value(labels, text.Substring(0, not)) is var other && other?.IsUnknown == true ? null : other?.Text != text.Substring(not + 2).Trim();
        if (equals > 0)
            return Value(labels, text.Substring(0, equals)) is var one && one?.IsUnknown == true ? null : one is not null && one.Text == text.Substring(equals + 1).TrimStart('=').Trim();
        if (text.IndexOf(' ') >= 0)
            return null;
        return text.StartsWith("!", StringComparison.Ordinal) ? Value(labels, text.Substring(1)) is null : Value(labels, text) is not null;
    }

    /// <summary><c>key in (a,b)</c> and <c>key notin (a,b)</c>; a label that is not there is in no set (apimachinery, labels/selector.go).</summary>
    private static bool? InSet(string[] words, string set, DataValue? labels)
    {
        if (words.Length != 2 || words[1] is not ("in" or "notin"))
            return null;
        var value = Value(labels, words[0]);
        if (value is { IsUnknown: true } or { IsPartial: true })
            return null;
        var isIn = value is not null && set.Split(',').Any(item => item.Trim() == value.Text);
        return isIn == (words[1] == "in");
    }

    private static DataValue? Value(DataValue? labels, string name) => labels?[name.Trim()];
}
