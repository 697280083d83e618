namespace GitOps;

/// <summary>
/// The regular expressions that people write for names: letters, <c>.</c>, alternatives, and <c>* + ?</c> behind one character. They must match the whole text, as
/// kustomize anchors them; of anything else nothing is said.
/// </summary>
internal static class NamePattern
{
    private const string Special = "[](){}\\^$|*+?";

    public static bool? IsMatch(string pattern, string text)
    {
        if (pattern.IndexOfAny(['.', .. Special]) < 0)
            return pattern == text;
        var unknown = false;
        foreach (var alternative in pattern.Split('|'))
        {
            var one = alternative.TrimStart('^');
            if (one.EndsWith("$", StringComparison.Ordinal))
                one = one.Substring(0, one.Length - 1);
            switch (Simple(one, text))
            {
                case true when pattern.IndexOf('(') < 0 && pattern.IndexOf('[') < 0:
                    return true;
                case null:
                    unknown = true;
                    break;
            }
        }

        return unknown ? null : false;
    }

    /// <summary>Which prefixes of the text the pattern can have eaten, piece by piece: linear in both, whatever the pattern.</summary>
    private static bool? Simple(string pattern, string text)
    {
        var reached = new bool[text.Length + 1];
        reached[0] = true;
        for (var at = 0; at < pattern.Length; at++)
        {
            var c = pattern[at];
            if (Special.IndexOf(c) >= 0)
                return null;
            var quantifier = at + 1 < pattern.Length && pattern[at + 1] is '*' or '+' or '?' ? pattern[++at] : '\0';
            if (at + 1 < pattern.Length && quantifier != '\0' && pattern[at + 1] == '?')
                at++; // Lazy or greedy, a whole match is the same.
            var next = new bool[text.Length + 1];
            for (var i = 0; i <= text.Length; i++)
            {
                if (reached[i] && quantifier is '*' or '?')
                    next[i] |= reached[i];
                if (i > 0 && (c == '.' || text[i - 1] == c) && (reached[i - 1] || (quantifier is '*' or '+' && next[i - 1])))
                    next[i] = true;
            }

            reached = next;
        }

        return reached[text.Length];
    }
}
