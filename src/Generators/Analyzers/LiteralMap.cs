using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GitOps;

/// <summary>
/// From each character of a literal's text to its place in the source, with one more for the end. The compiler folds the text but keeps no such map, and the
/// text that it gives of an interpolated token keeps <c>{{</c>.
/// </summary>
internal static class LiteralMap
{
    /// <summary>The text of a string literal.</summary>
    public static (string Value, int[] Map)? Of(SyntaxToken token)
    {
        var text = token.Text;
        switch (token.Kind())
        {
            case SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken:
                var quotes = text.TakeWhile(static character => character == '"').Count();
                return text.Length < 2 * quotes ? null : Align(text, quotes, text.Length - quotes, token.SpanStart, token.ValueText);
            case SyntaxKind.StringLiteralToken when text.StartsWith("@\"", StringComparison.Ordinal):
                return Checked(Decode(text, 2, text.Length - 1, token.SpanStart, isVerbatim: true, hasBraces: false), token.ValueText);
            case SyntaxKind.StringLiteralToken when text.StartsWith("\"", StringComparison.Ordinal):
                return Checked(Decode(text, 1, text.Length - 1, token.SpanStart, isVerbatim: false, hasBraces: false), token.ValueText);
            default:
                return null;
        }
    }

    /// <summary>The text between two interpolations.</summary>
    public static (string Value, int[] Map)? OfInterpolated(SyntaxToken token, SyntaxKind start) => start switch
    {
        SyntaxKind.InterpolatedStringStartToken => Decode(token.Text, 0, token.Text.Length, token.SpanStart, isVerbatim: false, hasBraces: true),
        SyntaxKind.InterpolatedVerbatimStringStartToken => Decode(token.Text, 0, token.Text.Length, token.SpanStart, isVerbatim: true, hasBraces: true),
        _ => Align(token.Text, 0, token.Text.Length, token.SpanStart, token.ValueText),
    };

    /// <summary>The text between two interpolations, without its map.</summary>
    public static string TextOfInterpolated(SyntaxToken token, SyntaxKind start) =>
        // Only a doubled brace makes it another than the compiler's.
        token.Text.IndexOf('{') < 0 && token.Text.IndexOf('}') < 0 ? token.ValueText : OfInterpolated(token, start)?.Value ?? token.ValueText;

    private static (string Value, int[] Map)? Checked((string Value, int[] Map)? decoded, string value) => decoded is { } found && found.Value == value ? found : null;

    private static (string Value, int[] Map)? Decode(string text, int from, int to, int position, bool isVerbatim, bool hasBraces)
    {
        var value = new StringBuilder();
        var map = new List<int>();
        for (var i = from; i < to;)
        {
            var length = 1;
            string? piece = null;
            if (text[i] == '\\' && !isVerbatim)
            {
                if (i + 1 >= to || Escape(text, i, to, out length) is not { } escaped)
                    return null;
                piece = escaped;
            }
            else if ((isVerbatim && text[i] == '"') || (hasBraces && text[i] is '{' or '}'))
            {
                length = i + 1 < to && text[i + 1] == text[i] ? 2 : 1;
            }

            piece ??= text[i].ToString();
            foreach (var character in piece)
            {
                value.Append(character);
                map.Add(position + i);
            }

            i += length;
        }

        map.Add(position + to);
        return (value.ToString(), map.ToArray());
    }

    private static string? Escape(string text, int at, int to, out int length)
    {
        length = 2;
        var (digits, exact) = text[at + 1] switch { 'u' => (4, true), 'U' => (8, true), 'x' => (4, false), _ => (0, false) };
        if (digits > 0)
        {
            var end = at + 2;
            while (end < to && end < at + 2 + digits && Uri.IsHexDigit(text[end]))
                end++;
            if (end == at + 2 || (exact && end != at + 2 + digits) || !int.TryParse(text.Substring(at + 2, end - at - 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
                return null;
            length = end - at;
            return code > 0xFFFF ? code > 0x10FFFF ? null : char.ConvertFromUtf32(code) : ((char)code).ToString();
        }

        return text[at + 1] switch
        {
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            '0' => "\0",
            'a' => "\a",
            'b' => "\b",
            'f' => "\f",
            'v' => "\v",
            'e' => "\u001b",
            '\'' or '"' or '\\' => text[at + 1].ToString(),
            _ => null,
        };
    }

    /// <summary>A raw text: what stands in the source, without the indentation of each line.</summary>
    private static (string Value, int[] Map)? Align(string text, int from, int to, int position, string value)
    {
        var map = new int[value.Length + 1];
        var t = from;
        // The first line of a text of several holds nothing but the quotes.
        if (from > 0 && text.IndexOf('\n', from, to - from) is var newline and >= 0 && string.IsNullOrWhiteSpace(text.Substring(from, newline - from)))
            t = newline + 1;
        var isLineStart = t > from || from == 0;
        for (var v = 0; v < value.Length; v++, t++)
        {
            if (isLineStart)
                t += Math.Max(0, Blanks(text, t, to) - Blanks(value, v, value.Length));
            if (t >= to || text[t] != value[v])
                return null;
            map[v] = position + t;
            isLineStart = value[v] == '\n';
        }

        map[value.Length] = value.Length == 0 ? position + t : map[value.Length - 1] + 1;
        return (value, map);
    }

    private static int Blanks(string text, int from, int to)
    {
        var at = from;
        while (at < to && text[at] is ' ' or '\t')
            at++;
        return at - from;
    }
}
