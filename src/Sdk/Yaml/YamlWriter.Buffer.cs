using System.Buffers;

namespace GitOps;

// The bytes: a pooled array that grows.
public sealed partial class YamlWriter
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4096);
    private int _length;
    private bool _disposed;

    /// <summary>The bytes written so far, in UTF-8 without a byte order mark, with one newline at the end. Valid until the next call.</summary>
    /// <exception cref="InvalidOperationException">A mapping or sequence is still open.</exception>
    public ReadOnlySpan<byte> WrittenSpan
    {
        get
        {
            Complete();
            return _buffer.AsSpan(0, _length);
        }
    }

    /// <summary>A copy of the bytes written so far: see <see cref="WrittenSpan"/>.</summary>
    /// <returns>The bytes.</returns>
    /// <exception cref="InvalidOperationException">A mapping or sequence is still open.</exception>
    public byte[] ToArray() => WrittenSpan.ToArray();

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        Reset();
    }

    private void Complete()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_depth > 0)
            throw Misuse("What is written is complete only when every mapping and sequence is ended.");
        QuoteKeptBlockAtEnd();
        FlushComments(indent: 0);
    }

    private void Put(byte value)
    {
        if (_length == _buffer.Length)
            Grow(1);
        _buffer[_length++] = value;
    }

    private void Put(ReadOnlySpan<byte> values)
    {
        Reserve(values.Length);
        values.CopyTo(_buffer.AsSpan(_length));
        _length += values.Length;
    }

    private void Indent(int blanks)
    {
        Reserve(blanks);
        _buffer.AsSpan(_length, blanks).Fill((byte)' ');
        _length += blanks;
    }

    private void Insert(int at, ReadOnlySpan<byte> values)
    {
        Reserve(values.Length);
        _buffer.AsSpan(at, _length - at).CopyTo(_buffer.AsSpan(at + values.Length));
        values.CopyTo(_buffer.AsSpan(at));
        _length += values.Length;
    }

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _length < bytes)
            Grow(bytes);
    }

    private void Grow(int bytes)
    {
        // A disposed writer has no room at all, so its first byte ends here.
        ObjectDisposedException.ThrowIf(_disposed, this);
        var wanted = Math.Max(checked(_length + bytes), (int)Math.Min(_buffer.Length * 2L, Array.MaxLength));
        var bigger = ArrayPool<byte>.Shared.Rent(wanted);
        _buffer.AsSpan(0, _length).CopyTo(bigger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = bigger;
    }
}
