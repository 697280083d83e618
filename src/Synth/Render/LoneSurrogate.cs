namespace GitOps;

/// <summary>Half of a surrogate pair is no character, and no file can hold it: a text was cut in the middle of one, or is none.</summary>
internal static class LoneSurrogate
{
    public static bool In(ReadOnlySpan<char> text) => At(text) >= 0;

    /// <summary>Where the first stands, or -1.</summary>
    public static int At(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return i;
            i++;
        }

        return -1;
    }

    /// <summary>The words for it, with the place in the text.</summary>
    public static string? Fault(string text)
    {
        if (At(text) is not (>= 0 and var at))
            return null;
        var line = text.AsSpan(0, at).Count('\n') + 1;
        var column = at - (text.AsSpan(0, at).LastIndexOf('\n') + 1) + 1;
        return $"line {line}, column {column} of this text holds half of a surrogate pair, which no file can: it was cut in the middle of a character, or is not text";
    }
}
