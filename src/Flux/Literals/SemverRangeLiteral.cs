namespace GitOps;

/// <summary>The ranges of <c>spec.ref.semver</c> and of a chart's version: Masterminds/semver constraints. Only their syntax is judged.</summary>
internal static class SemverRangeLiteral
{
    /// <summary>What is wrong with it, or <see langword="null"/>.</summary>
    public static string? Fault(string range)
    {
        if (range.Trim().Length == 0)
            return "is empty, '*' takes every version";
        foreach (var alternative in range.Split(["||"], StringSplitOptions.None))
        {
            if (alternative.Trim().Length == 0)
                return "has nothing on one side of '||'";
            if (AlternativeFault(alternative) is { } fault)
                return fault;
        }

        return null;
    }

    private static string? AlternativeFault(string text)
    {
        var i = 0;
        var constraints = 0;
        while (true)
        {
            SkipBlanks(text, ref i);
            if (i == text.Length)
                return constraints == 0 ? "has nothing between its commas" : null;
            if (text[i] == ',')
            {
                if (constraints == 0)
                    return "has nothing before a comma";
                i++;
                SkipBlanks(text, ref i);
                if (i == text.Length || text[i] == ',')
                    return "has nothing after a comma";
            }

            var start = i;
            while (i < text.Length && text[i] is '=' or '!' or '<' or '>' or '~' or '^')
                i++;
            var op = text.Substring(start, i - start);
            if (op is not ("" or "=" or "!=" or ">" or "<" or ">=" or "=>" or "<=" or "=<" or "~" or "~>" or "^"))
                return $"has the operator '{op}', known are '=', '!=', '>', '<', '>=', '<=', '~' and '^'";
            SkipBlanks(text, ref i);
            if (ReadVersion(text, ref i) is { } fault)
                return fault;
            constraints++;
            if (op.Length == 0 && TryReadHyphen(text, ref i) && ReadVersion(text, ref i) is { } upper)
                return upper;
        }
    }

    private static bool TryReadHyphen(string text, ref int i)
    {
        var at = i;
        SkipBlanks(text, ref at);
        // Blanks on both sides make it a range; without them it is a pre-release.
        if (at == i || at + 1 >= text.Length || text[at] != '-' || text[at + 1] != ' ')
            return false;
        i = at + 1;
        SkipBlanks(text, ref i);
        return true;
    }

    private static string? ReadVersion(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && text[i] is not (' ' or '\t' or ','))
            i++;
        var version = text.Substring(start, i - start);
        var numbers = version.StartsWith("v", StringComparison.Ordinal) ? version.Substring(1) : version;
        var end = numbers.IndexOfAny(['-', '+']);
        var core = end < 0 ? numbers : numbers.Substring(0, end);
        var parts = core.Split('.');
        if (parts.Length > 3 || !parts.All(static part => part is "x" or "X" or "*" || (part.Length > 0 && part.All(static c => c is >= '0' and <= '9'))))
            return $"has '{version}' where a version must be: '1.2.3', '1.x', '>=1.0.0 <2.0.0'";
        var suffix = end < 0 ? "" : numbers.Substring(end + 1);
        return end >= 0 && (suffix.Length == 0 || !suffix.All(static c => c is '.' or '-' or '+' or (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')))
            ? $"has '{version}' with a suffix that is no pre-release or build"
            : null;
    }

    private static void SkipBlanks(string text, ref int i)
    {
        while (i < text.Length && text[i] is ' ' or '\t')
            i++;
    }
}
