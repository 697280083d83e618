using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>
/// How Flux writes a string between build and substitution (sigs.k8s.io/yaml over go-yaml v2, emitterc.go): the author's quotes and comments are gone, and the
/// value that replaces <c>${X}</c> lands in this text. Not the style of the files that we write.
/// </summary>
internal static class YamlEmission
{
    private const int Width = 80;

    /// <summary>The style that the emitter chooses for a string, as a value or as a key.</summary>
    public static YamlScalarStyle StyleOf(string text, bool isKey = false)
    {
        var traits = YamlTraits.Of(text);
        var wanted = text.IndexOf('\n') >= 0 ? YamlScalarStyle.Literal : StaysString(text) ? YamlScalarStyle.Plain : YamlScalarStyle.DoubleQuoted;
        if (wanted == YamlScalarStyle.Literal && (isKey || !traits.BlockAllowed))
            return YamlScalarStyle.DoubleQuoted;
        if (wanted == YamlScalarStyle.Plain && (!traits.PlainAllowed || text.Length == 0))
            wanted = YamlScalarStyle.SingleQuoted;
        return wanted == YamlScalarStyle.SingleQuoted && !traits.SingleQuotedAllowed ? YamlScalarStyle.DoubleQuoted : wanted;
    }

    /// <summary>
    /// The string as it stands in the YAML, at a column and with what continues it indented. Lines are folded after 80 characters, which changes no value
    /// but shows in the text.
    /// </summary>
    public static string Write(string text, int column = 0, int indent = 2, bool isKey = false)
    {
        var writer = new Writer(column, indent, folds: !isKey);
        switch (StyleOf(text, isKey))
        {
            case YamlScalarStyle.Plain:
                writer.Plain(text);
                break;
            case YamlScalarStyle.SingleQuoted:
                writer.SingleQuoted(text);
                break;
            case YamlScalarStyle.DoubleQuoted:
                writer.DoubleQuoted(text);
                break;
            default:
                writer.Literal(text);
                break;
        }

        return writer.ToString();
    }

    /// <summary>Whether a plain scalar of this text is a string for go-yaml: neither a number nor a boolean, null, time or sexagesimal.</summary>
    private static bool StaysString(string text) =>
        Yaml11.Resolve(text).Kind == YamlValueKind.String && !YamlTimestamps.IsTimestamp(text) && !IsSexagesimal(text);

    /// <summary><c>12:30</c>: read as a string today, but quoted for older readers (go-yaml encode.go isBase60Float).</summary>
    private static bool IsSexagesimal(string text)
    {
        if (text.IndexOf(':') < 0)
            return false;
        var start = text[0] is '-' or '+' ? 1 : 0;
        var parts = text.Substring(start).Split(':');
        if (parts[0].Length == 0 || !IsDigit(parts[0][0]) || !parts[0].All(static c => IsDigit(c) || c == '_'))
            return false;
        for (var i = 1; i < parts.Length; i++)
        {
            var part = parts[i];
            var point = i == parts.Length - 1 ? part.IndexOf('.') : -1;
            if (point >= 0)
            {
                if (!part.Skip(point + 1).All(static c => IsDigit(c) || c == '_'))
                    return false;
                part = part.Substring(0, point);
            }

            if (part.Length is 0 or > 2 || !part.All(IsDigit) || (part.Length == 2 && part[0] > '5'))
                return false;
        }

        return true;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private sealed class Writer(int column, int indent, bool folds)
    {
        private readonly StringBuilder _text = new();
        private int _column = column;

        public override string ToString() => _text.ToString();

        public void Plain(string text)
        {
            for (var i = 0; i < text.Length; i++)
                if (text[i] == ' ' && CanFold(text, i) && !IsSpace(text, i + 1))
                    Break();
                else
                    Put(text[i]);
        }

        public void SingleQuoted(string text)
        {
            Put('\'');
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == ' ' && CanFold(text, i) && i > 0 && i < text.Length - 1 && !IsSpace(text, i + 1))
                {
                    Break();
                    continue;
                }

                if (text[i] == '\'')
                    Put('\'');
                Put(text[i]);
            }

            Put('\'');
        }

        public void DoubleQuoted(string text)
        {
            Put('"');
            for (var i = 0; i < text.Length; i++)
            {
                if (YamlTraits.MustEscape(text, i))
                {
                    var pair = char.IsSurrogatePair(text, i);
                    foreach (var c in Escape(pair ? char.ConvertToUtf32(text, i) : text[i]))
                        Put(c);
                    i += pair ? 1 : 0;
                }
                else if (text[i] == ' ' && CanFold(text, i) && i > 0 && i < text.Length - 1)
                {
                    Break();
                    if (IsSpace(text, i + 1))
                        Put('\\');
                }
                else
                    Put(text[i]);
            }

            Put('"');
        }

        public void Literal(string text)
        {
            _text.Append('|');
            if (text[0] is ' ' or '\n')
                _text.Append('2');
            if (text[text.Length - 1] != '\n')
                _text.Append('-');
            else if (text.Length == 1 || text[text.Length - 2] == '\n')
                _text.Append('+');
            _text.Append('\n');
            var atStart = true;
            foreach (var c in text)
            {
                if (c != '\n' && atStart)
                    _text.Append(' ', indent);
                _text.Append(c);
                atStart = c == '\n';
            }
        }

        private bool CanFold(string text, int i) => folds && _column > Width && !IsSpace(text, i - 1);

        private static bool IsSpace(string text, int i) => i >= 0 && i < text.Length && text[i] == ' ';

        private void Break()
        {
            _text.Append('\n').Append(' ', indent);
            _column = indent;
        }

        private void Put(char c)
        {
            _text.Append(c);
            if (!char.IsLowSurrogate(c))
                _column++;
        }

        private static string Escape(int rune) => rune switch
        {
            0x00 => "\\0",
            0x07 => "\\a",
            0x08 => "\\b",
            0x09 => "\\t",
            0x0A => "\\n",
            0x0B => "\\v",
            0x0C => "\\f",
            0x0D => "\\r",
            0x1B => "\\e",
            '"' => "\\\"",
            '\\' => "\\\\",
            0x85 => "\\N",
            0x2028 => "\\L",
            0x2029 => "\\P",
            <= 0xFF => "\\x" + rune.ToString("X2", CultureInfo.InvariantCulture),
            <= 0xFFFF => "\\u" + rune.ToString("X4", CultureInfo.InvariantCulture),
            _ => "\\U" + rune.ToString("X8", CultureInfo.InvariantCulture),
        };
    }
}
