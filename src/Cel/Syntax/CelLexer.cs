using System.Text;

namespace GitOps;

/// <summary>The tokens of a CEL expression, one after the other. What is no token is one of kind <see cref="CelTokenKind.Error"/>.</summary>
internal sealed class CelLexer(string text)
{
    private int at;

    public CelToken Next()
    {
        SkipBlanks();
        var start = at;
        if (at == text.Length)
            return new CelToken(CelTokenKind.End, start);
        var first = text[at];
        if (IsLetter(first))
            return Word(start);
        if (IsDigit(first) || first == '.' && IsDigit(Peek(1)))
            return Number(start);
        if (first is '"' or '\'')
            return Quoted(start, isRaw: false, isBytes: false);
        at++;
        switch (first)
        {
            case '(': return new CelToken(CelTokenKind.LeftParenthesis, start);
            case ')': return new CelToken(CelTokenKind.RightParenthesis, start);
            case '[': return new CelToken(CelTokenKind.LeftBracket, start);
            case ']': return new CelToken(CelTokenKind.RightBracket, start);
            case '{': return new CelToken(CelTokenKind.LeftBrace, start);
            case '}': return new CelToken(CelTokenKind.RightBrace, start);
            case '.': return new CelToken(CelTokenKind.Dot, start);
            case ',': return new CelToken(CelTokenKind.Comma, start);
            case ':': return new CelToken(CelTokenKind.Colon, start);
            case '?': return new CelToken(CelTokenKind.Question, start);
            case '-': return new CelToken(CelTokenKind.Minus, start);
            case '+': return new CelToken(CelTokenKind.Plus, start);
            case '*': return new CelToken(CelTokenKind.Star, start);
            case '/': return new CelToken(CelTokenKind.Slash, start);
            case '%': return new CelToken(CelTokenKind.Percent, start);
            case '!': return new CelToken(Follows('=') ? CelTokenKind.NotEqual : CelTokenKind.Not, start);
            case '<': return new CelToken(Follows('=') ? CelTokenKind.LessOrEqual : CelTokenKind.Less, start);
            case '>': return new CelToken(Follows('=') ? CelTokenKind.GreaterOrEqual : CelTokenKind.Greater, start);
            case '=' when Follows('='): return new CelToken(CelTokenKind.Equal, start);
            case '&' when Follows('&'): return new CelToken(CelTokenKind.And, start);
            case '|' when Follows('|'): return new CelToken(CelTokenKind.Or, start);
            case '=': return Error(start, "'=' is no operator: equality is '=='");
            case '&': return Error(start, "'&' is no operator: and is '&&'");
            case '|': return Error(start, "'|' is no operator: or is '||'");
            default: return Error(start, $"the character '{(char.IsControl(first) || char.IsSurrogate(first) ? "\\u" + ((int)first).ToString("x4", System.Globalization.CultureInfo.InvariantCulture) : first.ToString())}' has no meaning here");
        }
    }

    public static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_';

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsHex(char c) => c is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F';

    private static CelToken Error(int offset, string message) => new(CelTokenKind.Error, offset, message);

    private char Peek(int ahead) => at + ahead < text.Length ? text[at + ahead] : '\0';

    private bool Follows(char c)
    {
        if (Peek(0) != c || at >= text.Length)
            return false;
        at++;
        return true;
    }

    private void SkipBlanks()
    {
        while (at < text.Length)
            if (text[at] is ' ' or '\t' or '\n' or '\r' or '\f')
                at++;
            else if (text[at] == '/' && Peek(1) == '/')
                while (at < text.Length && text[at] != '\n')
                    at++;
            else
                return;
    }

    private CelToken Word(int start)
    {
        // A prefix of a string looks like a name: r"…", b'…', rb"…", in any case and order.
        var isRaw = false;
        var isBytes = false;
        for (var length = 0; length < 3; length++)
            if (Peek(length) is '"' or '\'')
            {
                at += length;
                return Quoted(start, isRaw, isBytes);
            }
            else if (Peek(length) is 'r' or 'R' && !isRaw)
                isRaw = true;
            else if (Peek(length) is 'b' or 'B' && !isBytes)
                isBytes = true;
            else
                break;
        while (at < text.Length && (IsLetter(text[at]) || IsDigit(text[at])))
            at++;
        return new CelToken(CelTokenKind.Identifier, start, text.Substring(start, at - start));
    }

    private CelToken Number(int start)
    {
        var isDouble = false;
        if (Peek(0) == '0' && Peek(1) is 'x' or 'X' && IsHex(Peek(2)))
        {
            at += 2;
            while (IsHex(Peek(0)))
                at++;
        }
        else
        {
            SkipDigits();
            if (Peek(0) == '.' && IsDigit(Peek(1)))
            {
                isDouble = true;
                at++;
                SkipDigits();
            }
            var sign = Peek(1) is '+' or '-' ? 1 : 0;
            if (Peek(0) is 'e' or 'E' && IsDigit(Peek(1 + sign)))
            {
                isDouble = true;
                at += 1 + sign;
                SkipDigits();
            }
        }
        var digits = text.Substring(start, at - start);
        if (isDouble)
            return new CelToken(CelTokenKind.Double, start, digits);
        if (Peek(0) is not ('u' or 'U'))
            return new CelToken(CelTokenKind.Int, start, digits);
        at++;
        return new CelToken(CelTokenKind.Uint, start, digits);
    }

    private void SkipDigits()
    {
        while (IsDigit(Peek(0)))
            at++;
    }

    private CelToken Quoted(int start, bool isRaw, bool isBytes)
    {
        var quote = text[at];
        var isTriple = Peek(1) == quote && Peek(2) == quote;
        at += isTriple ? 3 : 1;
        var value = new StringBuilder();
        var bytes = isBytes ? new List<byte>() : null;
        while (true)
        {
            if (at >= text.Length)
                return Error(start, "the string has no end");
            var c = text[at];
            if (c == quote && (!isTriple || Peek(1) == quote && Peek(2) == quote))
            {
                at += isTriple ? 3 : 1;
                break;
            }
            if (!isTriple && (c is '\n' or '\r'))
                return Error(start, "the string has no end: only a string in three quotes spans lines");
            if (c == '\\' && !isRaw)
            {
                if (Escape(value, bytes) is { } message)
                    return Error(at, message);
            }
            else if (c == '\r' && isTriple)
            {
                // As cel-go reads a text: a line's end is one character.
                at += Peek(1) == '\n' ? 2 : 1;
                value.Append('\n');
            }
            else
            {
                at++;
                value.Append(c);
            }
        }
        if (bytes is null)
            return new CelToken(CelTokenKind.String, start, value.ToString());
        Flush(value, bytes);
        return new CelToken(CelTokenKind.Bytes, start, "", [.. bytes]);
    }

    /// <summary>What stands in a bytes literal as characters is its UTF-8.</summary>
    private static void Flush(StringBuilder value, List<byte> bytes)
    {
        if (value.Length == 0)
            return;
        bytes.AddRange(Encoding.UTF8.GetBytes(value.ToString()));
        value.Clear();
    }

    private string? Escape(StringBuilder value, List<byte>? bytes)
    {
        var c = Peek(1);
        var simple = c switch
        {
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            '\\' or '?' or '"' or '\'' or '`' => c,
            _ => '\0',
        };
        if (simple != '\0')
        {
            at += 2;
            value.Append(simple);
            return null;
        }
        var (digits, first, radix) = c switch
        {
            'x' or 'X' => (2, 2, 16),
            'u' => (4, 2, 16),
            'U' => (8, 2, 16),
            >= '0' and <= '3' => (3, 1, 8),
            _ => (0, 0, 0),
        };
        if (digits == 0)
            return c == '\0' ? "the string has no end" : $"'\\{c}' is no escape sequence";
        var code = 0L;
        for (var i = 0; i < digits; i++)
        {
            var digit = Peek(first + i);
            if (radix == 8 ? digit is not (>= '0' and <= '7') : !IsHex(digit))
                return $"'\\{c}' wants {digits} {(radix == 8 ? "octal" : "hexadecimal")} digits";
            code = code * radix + (IsDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }
        if (bytes is not null)
        {
            if (digits is 4 or 8)
                return $"'\\{c}' has no meaning in bytes";
            Flush(value, bytes);
            bytes.Add((byte)code);
        }
        else if (code is >= 0xD800 and <= 0xDFFF or > 0x10FFFF)
            return "no such character";
        else
            value.Append(char.ConvertFromUtf32((int)code));
        at += first + digits;
        return null;
    }
}
