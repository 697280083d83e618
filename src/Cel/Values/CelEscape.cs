using System.Text;

namespace GitOps;

/// <summary>
/// How Kubernetes writes the names of fields that are no names in CEL: <c>__dash__</c>, <c>__dot__</c>, <c>__slash__</c>, <c>__underscores__</c> for two underscores, and a
/// reserved word between underscores (<c>__namespace__</c>).
/// </summary>
internal static class CelEscape
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
    };

    /// <summary>The name in CEL of a field, or <see langword="null"/> for one that CEL cannot reach.</summary>
    public static string? Escape(string name)
    {
        if (name.Length == 0 || CelLexer.IsDigit(name[0]))
            return null;
        if (Reserved.Contains(name))
            return "__" + name + "__";
        StringBuilder? escaped = null;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            var replacement = c switch
            {
                '.' => "__dot__",
                '-' => "__dash__",
                '/' => "__slash__",
                '_' when i + 1 < name.Length && name[i + 1] == '_' => "__underscores__",
                _ => null,
            };
            if (replacement is null && !CelLexer.IsLetter(c) && !CelLexer.IsDigit(c))
                return null;
            if (replacement is not null)
                escaped ??= new StringBuilder(name, 0, i, name.Length + 16);
            if (replacement is null)
                escaped?.Append(c);
            else
                escaped!.Append(replacement);
            if (c == '_' && replacement is not null)
                i++;
        }
        return escaped?.ToString() ?? name;
    }

    /// <summary>The field that a name in CEL means, or <see langword="null"/> when it means none.</summary>
    public static string? Unescape(string name)
    {
        var at = name.IndexOf("__", StringComparison.Ordinal);
        if (at < 0)
            return name;
        var field = new StringBuilder(name, 0, at, name.Length);
        while (at < name.Length)
        {
            if (string.CompareOrdinal(name, at, "__", 0, 2) != 0)
            {
                field.Append(name[at++]);
                continue;
            }
            // Between two pairs of underscores stands one word without underscores; other underscores are themselves.
            var end = name.IndexOf('_', at + 2);
            if (end <= at + 2 || string.CompareOrdinal(name, end, "__", 0, 2) != 0)
            {
                field.Append(name[at++]);
                continue;
            }
            var word = name.Substring(at + 2, end - at - 2);
            switch (word)
            {
                case "dash": field.Append('-'); break;
                case "dot": field.Append('.'); break;
                case "slash": field.Append('/'); break;
                case "underscores": field.Append("__"); break;
                case var _ when at == 0 && end + 2 == name.Length && Reserved.Contains(word): return word;
                default: return null;
            }
            at = end + 2;
        }
        return field.ToString();
    }
}
