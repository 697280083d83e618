namespace GitOps;

/// <summary>The dates that go-yaml v2 knows (resolve.go, allowedTimestampFormats): they stay text, so that <c>2024-01-01</c> is no number.</summary>
internal static class YamlTimestamps
{
    public static bool IsTimestamp(string text)
    {
        // Every number before the second minus has four digits at the start: the cheap way out for all numbers.
        if (text.Length < 8 || text[4] != '-')
            return false;
        var at = 0;
        if (!Digits(text, ref at, 4, 4) || !Take(text, ref at, '-') || !Digits(text, ref at, 1, 2) || !Take(text, ref at, '-') || !Digits(text, ref at, 1, 2))
            return false;
        if (!IsDay(text))
            return false;
        if (at == text.Length)
            return true;
        var separator = text[at++];
        if (separator is not ('T' or 't' or ' '))
            return false;
        if (!Digits(text, ref at, 1, 2) || !Take(text, ref at, ':') || !Digits(text, ref at, 1, 2) || !Take(text, ref at, ':') || !Digits(text, ref at, 1, 2))
            return false;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (!Digits(text, ref at, 1, 9))
                return false;
        }
        if (at == text.Length)
            return separator == ' ';
        if (separator == ' ')
            return false;
        if (text[at] == 'Z')
            return at + 1 == text.Length;
        return text[at++] is '+' or '-' && Digits(text, ref at, 2, 2) && Take(text, ref at, ':') && Digits(text, ref at, 2, 2) && at == text.Length;
    }

    /// <summary>time.Parse takes no day that does not exist; such a text is a text.</summary>
    private static bool IsDay(string text)
    {
        var parts = text.Split('-', 'T', 't', ' ');
        return int.TryParse(parts[0], out var year) && int.TryParse(parts[1], out var month) && int.TryParse(parts[2], out var day)
            && month is >= 1 and <= 12 && day >= 1 && day <= (year == 0 ? 31 : DateTime.DaysInMonth(year, month));
    }

    private static bool Take(string text, ref int at, char c)
    {
        if (at >= text.Length || text[at] != c)
            return false;
        at++;
        return true;
    }

    private static bool Digits(string text, ref int at, int least, int most)
    {
        var start = at;
        while (at < text.Length && at - start < most && YamlNumbers.IsDigit(text[at]))
            at++;
        return at - start >= least;
    }
}
