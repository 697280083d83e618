using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>Another text for a part of a literal; nothing else of the file changes.</summary>
/// <param name="Literal">Which literal.</param>
/// <param name="Start">Where in the file the part begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Text">What stands there instead, as C# writes it.</param>
/// <param name="Value">What the whole literal says then.</param>
internal sealed record LiteralChange(SourceLiteral Literal, int Start, int Length, string Text, string Value)
{
    /// <summary>The change that lets a literal say another value, or <see langword="null"/> when it cannot be written in such a literal.</summary>
    public static LiteralChange? Of(SourceLiteral literal, string value)
    {
        var old = literal.Value;
        if (literal.Kind == LiteralKind.Number)
            return IsNumber(value) ? new LiteralChange(literal, literal.Start, literal.Offsets[old.Length], value, value) : null;
        if (literal.Kind == LiteralKind.Boolean)
            return value is "true" or "false" ? new LiteralChange(literal, literal.Start, literal.Source.Length, value, value) : null;
        // The least that differs, so that what stands around it keeps its form.
        var start = 0;
        while (start < old.Length && start < value.Length && old[start] == value[start])
            start++;
        var end = 0;
        while (end < old.Length - start && end < value.Length - start && old[^(end + 1)] == value[^(end + 1)])
            end++;
        // Half of a surrogate pair is no text of its own.
        if (start > 0 && char.IsHighSurrogate(value[start - 1]))
            start--;
        if (end > 0 && char.IsLowSurrogate(value[^end]))
            end--;
        if (Written(literal, value[start..^end]) is not { } text)
            return null;
        var (from, to) = (literal.Offsets[start], literal.Offsets[old.Length - end]);
        return new LiteralChange(literal, literal.Start + from, to - from, text, value);
    }

    // An integer may not begin with a zero that C# would drop.
    private static bool IsNumber(string text) =>
        text.Length > 0 && char.IsAsciiDigit(text[0]) && (text.Length == 1 || text[0] != '0' || text[1] == '.') && char.IsAsciiDigit(text[^1])
        && double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);

    private static string? Written(SourceLiteral literal, string text) => literal.Kind switch
    {
        LiteralKind.Regular => Braces(literal, Escaped(text)),
        LiteralKind.Verbatim => Braces(literal, Lines(literal, text.Replace("\"", "\"\"", StringComparison.Ordinal), "")),
        LiteralKind.Raw => text.Contains('\n', StringComparison.Ordinal) || text.Contains('\r', StringComparison.Ordinal) ? null : text,
        LiteralKind.RawLines => Lines(literal, text, literal.Indentation),
        _ => null,
    };

    private static string Braces(SourceLiteral literal, string text) =>
        literal.HoleBraces == 0 ? text : text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private static string Lines(SourceLiteral literal, string text, string indentation)
    {
        var newline = literal.Source.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = text.Split('\n');
        // An empty line needs no blanks, and people write none; behind the last one what stood there goes on.
        for (var i = 1; i < lines.Length; i++)
            if (lines[i].Length > 0 || i == lines.Length - 1)
                lines[i] = indentation + lines[i];
        return string.Join(newline, lines);
    }

    private static string Escaped(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var c in text)
            written.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\0' => "\\0",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\u0085' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        return written.ToString();
    }
}
