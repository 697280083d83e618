using System.Buffers;

namespace GitOps;

// What may stand without quotes. A plain scalar has to be the same string for YAML 1.1 (go-yaml behind kubectl, Flux and kustomize) and YAML 1.2 readers;
// where one of them might see a number, a boolean, a date or a mark of the syntax, we quote, rather once too often.
public sealed partial class YamlWriter
{
    private static string Printable => Range(' ', '~');

    /// <summary>Printable ASCII that means nothing inside a plain scalar; blanks count at its ends only.</summary>
    private static readonly SearchValues<char> PlainText = SearchValues.Create(Printable.Replace(":", "").Replace("#", ""));

    private static readonly SearchValues<char> BlockText = SearchValues.Create(Printable + "\t\n");

    /// <summary>What stands as an escape in quotes: the characters of <see cref="IsUnprintable"/> and what means something there.</summary>
    private static readonly SearchValues<char> Escaped = SearchValues.Create(Range('\0', '\u001F') + Range('\u007F', '\u009F') + "\"\\\u2028\u2029\uFEFF\uFFFE\uFFFF");

    private enum Style : byte
    {
        Plain,
        Block,
        Quoted,
    }

    /// <summary>How a text has to be written.</summary>
    private static Style Classify(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return Style.Quoted;
        var special = text.IndexOfAnyExcept(PlainText);
        if (special >= 0)
        {
            if (text[special..].Contains('\n'))
                return IsBlock(text) ? Style.Block : Style.Quoted;
            for (var i = special; i < text.Length; i++)
            {
                var c = text[i];
                if (c == ':')
                {
                    if (i + 1 == text.Length || text[i + 1] == ' ')
                        return Style.Quoted;
                }
                else if (c == '#')
                {
                    if (i == 0 || text[i - 1] == ' ')
                        return Style.Quoted;
                }
                else if (IsUnprintable(c))
                {
                    return Style.Quoted;
                }
            }
        }
        return text[^1] == ' ' || StartsUnsafely(text) || IsTyped(text) ? Style.Quoted : Style.Plain;
    }

    /// <summary>Whether a text of several lines survives as a literal block. Its first line shows the indentation, so it must not begin with a blank.</summary>
    private static bool IsBlock(ReadOnlySpan<char> text)
    {
        var content = text.TrimStart('\n');
        if (content.IsEmpty || content[0] is ' ' or '\t')
            return false;
        var special = content.IndexOfAnyExcept(BlockText);
        if (special < 0)
            return true;
        foreach (var c in content[special..])
        {
            if (c is not ('\t' or '\n') && IsUnprintable(c))
                return false;
        }

        return true;
    }

    /// <summary>Characters that stand only as an escape: controls, the line breaks of YAML 1.1, the byte order mark and what is no character in YAML.</summary>
    private static bool IsUnprintable(int c) => c is < ' ' or (>= 0x7F and <= 0x9F) or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';

    private static bool StartsUnsafely(ReadOnlySpan<char> text) => text[0] switch
    {
        ' ' or '?' or ':' or ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' => true,
        '-' => text.Length == 1 || text[1] == ' ' || (text.StartsWith("---") && (text.Length == 3 || text[3] == ' ')),
        '.' => text.StartsWith("...") && (text.Length == 3 || text[3] == ' '),
        _ => false,
    };

    /// <summary>Whether a reader of either version sees something other than a string in this text.</summary>
    private static bool IsTyped(ReadOnlySpan<char> text) => text[0] switch
    {
        >= '0' and <= '9' => IsNumber(text) || IsTimestamp(text),
        '+' or '-' or '.' => IsNumber(text),
        '~' or '=' => text.Length == 1,
        '<' => text is "<<",
        'y' or 'Y' or 'n' or 'N' or 't' or 'T' or 'f' or 'F' or 'o' or 'O' => IsWord(text),
        _ => false,
    };

    // Readers know only some spellings (yes, Yes, YES); nobody misses the quotes on the others.
    private static bool IsWord(ReadOnlySpan<char> text) => text.Length switch
    {
        1 => text[0] is 'y' or 'Y' or 'n' or 'N',
        2 => Is(text, "no") || Is(text, "on"),
        3 => Is(text, "yes") || Is(text, "off"),
        4 => Is(text, "true") || Is(text, "null"),
        5 => Is(text, "false"),
        _ => false,
    };

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether this is a number to anyone: decimal, octal, hexadecimal, binary, with a fraction or exponent, in base 60 (<c>12:30</c>), infinite or not a number.
    /// YAML 1.1 skips underscores anywhere but in front (go-yaml resolve.go); Go takes any prefix of its own, in either case.
    /// </summary>
    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        var i = text[0] is '+' or '-' ? 1 : 0;
        var rest = text[i..];
        if (rest is ['.', ..] && (Is(rest, ".inf") || Is(rest, ".nan")))
            return true;
        if (i == 1 && (Is(rest, "inf") || Is(rest, "nan") || Is(rest, "infinity")))
            return true;
        if (rest.Length > 1 && rest[0] == '0' && (rest[1] | 0x20) is 'x' or 'o' or 'b')
            return !rest[2..].ContainsAnyExcept(HexDigits);
        var digits = false;
        var point = false;
        var colon = false;
        for (i = 0; i < rest.Length; i++)
        {
            switch (rest[i])
            {
                case >= '0' and <= '9':
                    digits = true;
                    break;
                case '_':
                    break;
                case '.' when !point:
                    point = true;
                    break;
                case ':' when digits && !point:
                    colon = true;
                    break;
                case 'e' or 'E' when digits && !colon:
                    return IsExponent(rest[(i + 1)..]);
                default:
                    return false;
            }
        }
        return true;
    }

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF_");

    private static bool IsExponent(ReadOnlySpan<char> text)
    {
        if (text is ['+' or '-', ..])
            text = text[1..];
        return text.ContainsAnyInRange('0', '9') && !text.ContainsAnyExcept(DecimalDigits);
    }

    private static readonly SearchValues<char> DecimalDigits = SearchValues.Create("0123456789_");

    /// <summary>Whether this is a date, or a date with a time (YAML 1.1 timestamp; go-yaml resolve.go parseTimestamp).</summary>
    private static bool IsTimestamp(ReadOnlySpan<char> text)
    {
        if (text.Length < 8 || text[4] != '-' || text[..4].ContainsAnyExceptInRange('0', '9'))
            return false;
        return !text[5..].ContainsAnyExcept(TimestampRest) && text[5..].Contains('-');
    }

    private static readonly SearchValues<char> TimestampRest = SearchValues.Create("0123456789-+:.TtZz ");

    private static string Range(char first, char last) => string.Create(last - first + 1, first, static (characters, first) =>
    {
        for (var i = 0; i < characters.Length; i++)
            characters[i] = (char)(first + i);
    });
}
