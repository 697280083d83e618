namespace GitOps;

/// <summary>What of a string decides how go-yaml v2 may write it (emitterc.go yaml_emitter_analyze_scalar), outside flow collections.</summary>
internal readonly record struct YamlTraits(bool PlainAllowed, bool SingleQuotedAllowed, bool BlockAllowed)
{
    public static YamlTraits Of(string text)
    {
        if (text.Length == 0)
            return new(true, true, false);
        bool indicators = text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal), special = false;
        bool breaks = false, breakThenSpace = false, spaceThenBreak = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var blankFollows = i + 1 == text.Length || text[i + 1] is ' ' or '\t' or '\r' or '\n';
            indicators |= i == 0
                ? "#,[]{}&*!|>'\"%@`".IndexOf(c) >= 0 || (c is '?' or ':' or '-' && blankFollows)
                : (c == ':' && blankFollows) || (c == '#' && text[i - 1] is ' ' or '\t' or '\r' or '\n');
            special |= !IsPrintable(text, i);
            if (c == ' ')
                breakThenSpace |= i > 0 && IsBreak(text[i - 1]);
            else if (IsBreak(c))
            {
                breaks = true;
                spaceThenBreak |= i > 0 && text[i - 1] == ' ';
            }
        }

        var last = text[text.Length - 1];
        var outerBlank = text[0] == ' ' || IsBreak(text[0]) || last == ' ' || IsBreak(last);
        return new(
            PlainAllowed: !(indicators || outerBlank || breaks || special),
            SingleQuotedAllowed: !(breakThenSpace || spaceThenBreak || special),
            BlockAllowed: !(last == ' ' || spaceThenBreak || special));
    }

    /// <summary>Whether a character stands escaped in double quotes; of a text that begins with a byte order mark every one does (is_bom looks at the text's start only).</summary>
    public static bool MustEscape(string text, int i) => text[0] == '\uFEFF' || text[i] is '"' or '\\' || IsBreak(text[i]) || !IsPrintable(text, i);

    private static bool IsBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Printable for go-yaml v2: no tab, and nothing above U+FFFF.</summary>
    private static bool IsPrintable(string text, int i) =>
        text[i] is '\n' or (>= ' ' and <= '~') or (>= '\u00A0' and < '\uD800') or (>= '\uE000' and < '\uFFFE') and not '\uFEFF';
}
