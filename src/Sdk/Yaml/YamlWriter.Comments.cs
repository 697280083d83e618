using System.Text;

namespace GitOps;

// Comments wait until the line that they stand above is written, so they get its indentation.
public sealed partial class YamlWriter
{
    private string[] _comments = new string[4];
    private int _commentCount;
    // Where a trailing comment would go: behind the scalar just written; -1 if something else was written last.
    private int _commentAt = -1;

    /// <summary>
    /// Writes a comment above the next entry, at its indentation; above the dash when that entry opens the item of a list.
    /// Without a further entry it ends the mapping, sequence or file.
    /// </summary>
    /// <param name="text">The text without <c>#</c>; every line of it becomes a comment line.</param>
    public void Comment(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (_commentCount == _comments.Length)
            Array.Resize(ref _comments, _comments.Length * 2);
        _comments[_commentCount++] = text;
    }

    /// <summary>Writes a comment behind the scalar (or empty mapping or sequence) just written, on its line; behind the <c>|</c> of a literal block.</summary>
    /// <param name="text">The text without <c>#</c>; further lines of it become comment lines above the next entry.</param>
    /// <exception cref="InvalidOperationException">What was written last is not a scalar.</exception>
    public void TrailingComment(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (_commentAt < 0)
            throw Misuse("A trailing comment stands only behind a scalar just written.");
        QuoteKeptBlockAtEnd();
        var rest = _length;
        var isFirst = true;
        foreach (var line in text.AsSpan().TrimEnd(LineBreaks).EnumerateLines())
        {
            if (isFirst)
            {
                Put((byte)' ');
                CommentLine(line);
                isFirst = false;
            }
            else
            {
                Comment(line.ToString());
            }
        }
        MoveTailTo(_commentAt, rest);
        _commentAt = -1;
    }

    private const string LineBreaks = "\n\r\f\u0085\u2028\u2029";

    // The comment was written at the end, where it could grow; its place is before the line break(s) of the scalar.
    private void MoveTailTo(int at, int tail)
    {
        _buffer.AsSpan(at, _length - at)[..(tail - at)].Reverse();
        _buffer.AsSpan(tail, _length - tail).Reverse();
        _buffer.AsSpan(at, _length - at).Reverse();
    }

    private void FlushComments(int indent)
    {
        if (_commentCount == 0)
            return;
        for (var i = 0; i < _commentCount; i++)
        {
            foreach (var line in _comments[i].AsSpan().TrimEnd(LineBreaks).EnumerateLines())
            {
                Indent(indent);
                CommentLine(line);
                Put((byte)'\n');
            }
        }
        ForgetComments();
        _commentAt = -1;
    }

    private void ForgetComments()
    {
        Array.Clear(_comments, 0, _commentCount);
        _commentCount = 0;
    }

    // Nobody reads a comment back, so what YAML does not allow in one is replaced, never an error.
    private void CommentLine(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        Put((byte)'#');
        if (line.IsEmpty)
            return;
        Put((byte)' ');
        foreach (var rune in line.EnumerateRunes())
        {
            var written = rune.Value == LiteralDollars.Mark ? new Rune('$') : rune.Value != '\t' && IsUnprintable(rune.Value) ? Rune.ReplacementChar : rune;
            Reserve(4);
            _length += written.EncodeToUtf8(_buffer.AsSpan(_length));
        }
    }
}
