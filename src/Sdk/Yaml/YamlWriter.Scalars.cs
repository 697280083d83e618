using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Unicode;

namespace GitOps;

// Scalars: how each kind of value is written.
public sealed partial class YamlWriter
{
    // A block that keeps its trailing blank lines (`|+`) and stands last in a file would make it end in them; it is written again, in quotes.
    private string? _keptBlock;
    private int _keptBlockStart;
    private int _keptBlockEnd;

    /// <summary>Writes a string, so that every reader takes it as this string: plain where that is safe, as a literal block when it has lines, else in quotes.</summary>
    /// <param name="value">The string.</param>
    /// <exception cref="YamlWriteException">The string holds half a surrogate pair.</exception>
    public void String(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var given = value;
        value = Settled(value);
        BeginScalar();
        Records?.String(value);
        switch (Classify(value))
        {
            case Style.Plain:
                Transcode(value);
                break;
            case Style.Block:
                Block(value);
                Note(given, value, isKey: false);
                return;
            default:
                Quoted(value);
                break;
        }
        EndScalar();
        Note(given, value, isKey: false);
    }

    /// <summary>Writes an integer.</summary>
    /// <param name="value">The number.</param>
    public void Number(long value)
    {
        BeginScalar();
        Records?.Number(value);
        Reserve(20);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_length), out var written);
        _length += written;
        EndScalar();
    }

    /// <summary>Writes a number. It is the shortest text that gives the same number again: <c>0.5</c>, <c>3</c>, <c>1.0e+21</c>.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="YamlWriteException">The value is not finite; JSON, and so Kubernetes, has no such numbers.</exception>
    public void Number(double value)
    {
        if (!double.IsFinite(value))
            throw new YamlWriteException($"{value.ToString(CultureInfo.InvariantCulture)} is not a number that Kubernetes can read; write a finite one, or a string.");
        BeginScalar();
        Records?.Number(value);
        Double(value);
        EndScalar();
    }

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The value.</param>
    public void Boolean(bool value)
    {
        Scalar(value ? "true"u8 : "false"u8);
        Records?.Boolean(value);
    }

    /// <summary>Writes <c>null</c>.</summary>
    public void Null()
    {
        Scalar("null"u8);
        Records?.Null();
    }

    /// <summary>Writes a scalar that is known to be right as it stands, on one line.</summary>
    /// <param name="scalarUtf8">The scalar in UTF-8; it is not looked at.</param>
    public void Raw(ReadOnlySpan<byte> scalarUtf8)
    {
        Scalar(scalarUtf8);
        Records?.Unknown();
    }

    private void Scalar(ReadOnlySpan<byte> utf8)
    {
        BeginScalar();
        Put(utf8);
        EndScalar();
    }

    // YAML 1.1 takes an exponent only behind a point and with a sign (1.0e+21); YAML 1.2 and JSON take that form too.
    private void Double(double value)
    {
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        text = text[..length];
        var exponent = text.IndexOf((byte)'E');
        if (exponent < 0)
        {
            Put(text);
            if (value == 0 && double.IsNegative(value))
                Put(".0"u8);
            return;
        }
        Put(text[..exponent]);
        if (!text[..exponent].Contains((byte)'.'))
            Put(".0"u8);
        Put((byte)'e');
        Put(text[(exponent + 1)..]);
    }

    private void Transcode(ReadOnlySpan<char> text)
    {
        Reserve(checked(text.Length * 3));
        if (Utf8.FromUtf16(text, _buffer.AsSpan(_length), out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
            throw new YamlWriteException("A text holds half of a surrogate pair, which no encoding can write: it was cut in the middle of a character, or is not text.");
        _length += written;
    }

    private void Quoted(ReadOnlySpan<char> text)
    {
        Put((byte)'"');
        while (text.IndexOfAny(Escaped) is var at && at >= 0)
        {
            Transcode(text[..at]);
            Escape(text[at]);
            text = text[(at + 1)..];
        }
        Transcode(text);
        Put((byte)'"');
    }

    private void Escape(char character)
    {
        switch (character)
        {
            case '"':
                Put("\\\""u8);
                break;
            case '\\':
                Put("\\\\"u8);
                break;
            case '\n':
                Put("\\n"u8);
                break;
            case '\r':
                Put("\\r"u8);
                break;
            case '\t':
                Put("\\t"u8);
                break;
            default:
                Put(character <= 0xFF ? "\\x"u8 : "\\u"u8);
                Reserve(4);
                ((int)character).TryFormat(_buffer.AsSpan(_length), out var written, character <= 0xFF ? "X2" : "X4", CultureInfo.InvariantCulture);
                _length += written;
                break;
        }
    }

    private void Block(string value)
    {
        var indent = _depth == 0 ? 2 : _frames[_depth - 1].Indent + 2;
        var start = _length;
        var text = value.AsSpan();
        var keeps = text.EndsWith("\n\n");
        Put(keeps ? "|+"u8 : text[^1] == '\n' ? "|"u8 : "|-"u8);
        var header = _length;
        Put((byte)'\n');
        if (text[^1] == '\n')
            text = text[..^1];
        while (true)
        {
            var end = text.IndexOf('\n');
            var line = end < 0 ? text : text[..end];
            if (!line.IsEmpty)
            {
                Indent(indent);
                Transcode(line);
            }
            Put((byte)'\n');
            if (end < 0)
                break;
            text = text[(end + 1)..];
        }
        _commentAt = header;
        _position = Position.LineStart;
        if (!keeps)
            return;
        _keptBlock = value;
        _keptBlockStart = start;
        _keptBlockEnd = _length;
    }

    private void QuoteKeptBlockAtEnd()
    {
        if (_keptBlock is null || _keptBlockEnd != _length)
            return;
        _length = _keptBlockStart;
        Quoted(_keptBlock);
        EndScalar();
        ForgetKeptBlock();
    }

    private void ForgetKeptBlock() => _keptBlock = null;
}
