namespace GitOps;

/// <summary>
/// Writes YAML documents straight into UTF-8, forward only, in one style: two spaces, lists indented under their key, <c>"</c> where quotes are needed,
/// literal blocks for text of several lines. What it writes reads the same under YAML 1.1 (Flux, kubectl) and YAML 1.2.
/// </summary>
/// <remarks>
/// One writer serves many files: call <see cref="Reset"/> between them. After an exception, <see cref="Reset"/> too; what was written until then is incomplete.
/// </remarks>
public sealed partial class YamlWriter : IDisposable
{
    /// <summary>How deep mappings and sequences may nest. No Kubernetes object comes near; a value that contains itself is found here instead of in an overflown stack.</summary>
    public const int MaxDepth = 1000;

    private Frame[] _frames = new Frame[16];
    private int _depth;
    private Position _position;
    private bool _rootWritten;

    /// <summary>Where the line stands that the next node continues.</summary>
    private enum Position : byte
    {
        LineStart,
        AfterKey,
        AfterDash,
    }

    /// <summary>
    /// The number of substitution passes that will run over what is written next (0 to 4). A dollar that <c>Text.Literal</c> has marked is written
    /// so that it is one dollar again after them: <c>$</c>, <c>$$</c>, <c>$$$$</c> and so on. <see cref="Reset"/> leaves it as it is.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 4.</exception>
    public int LiteralDollarPasses
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, LiteralDollars.Keep);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LiteralDollars.MostPasses);
            field = value;
        }
    }

    /// <summary>How many mappings and sequences are open.</summary>
    public int Depth => _depth;

    /// <summary>Starts a document with <c>---</c>. A file of a single document may leave it out; a further document needs it.</summary>
    /// <exception cref="InvalidOperationException">A mapping or sequence is still open.</exception>
    public void Document()
    {
        if (_depth > 0)
            throw Misuse("A document starts only when every mapping and sequence is ended.");
        FlushComments(indent: 0);
        Put("---\n"u8);
        _rootWritten = false;
        _commentAt = -1;
    }

    /// <summary>Starts a mapping: as the document, as the value of the key just written, or as the next item of a sequence.</summary>
    /// <exception cref="YamlWriteException">Mappings and sequences nest deeper than <see cref="MaxDepth"/>.</exception>
    public void StartMapping() => Start(isMapping: true);

    /// <summary>Ends the mapping started last. One without entries is written as <c>{}</c>.</summary>
    public void EndMapping() => End(isMapping: true);

    /// <summary>Starts a sequence: as the document, as the value of the key just written, or as the next item of a sequence.</summary>
    /// <exception cref="YamlWriteException">Mappings and sequences nest deeper than <see cref="MaxDepth"/>.</exception>
    public void StartSequence() => Start(isMapping: false);

    /// <summary>Ends the sequence started last. One without items is written as <c>[]</c>.</summary>
    public void EndSequence() => End(isMapping: false);

    /// <summary>Writes a key that is known to need no quotes, such as the name of a field.</summary>
    /// <param name="knownPlainUtf8">The key in UTF-8; it is not looked at.</param>
    public void Key(ReadOnlySpan<byte> knownPlainUtf8)
    {
        BeginKey();
        Reserve(knownPlainUtf8.Length + 1);
        ref var frame = ref _frames[_depth - 1];
        frame.Key = null;
        (frame.KeyStart, frame.KeyLength) = (_length, knownPlainUtf8.Length);
        knownPlainUtf8.CopyTo(_buffer.AsSpan(_length));
        _length += knownPlainUtf8.Length;
        _buffer[_length++] = (byte)':';
        _position = Position.AfterKey;
        Records?.Key(knownPlainUtf8);
    }

    /// <summary>Writes a key, in quotes where it needs them. Any text can be a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="YamlWriteException">The key holds half a surrogate pair.</exception>
    public void Key(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        BeginKey();
        var given = key;
        key = Settled(key);
        var start = _length;
        // YamlDotNet 16.3 takes `a *b:` for an alias that is a key, and loses the colon.
        if (Classify(key) == Style.Plain && !key.Contains(" *", StringComparison.Ordinal))
            Transcode(key);
        else
            Quoted(key);
        if (_length - start > LongestSimpleKey)
            MakeKeyExplicit(start);
        Put((byte)':');
        _position = Position.AfterKey;
        _frames[_depth - 1].Key = key;
        Records?.Key(key);
        Note(given, key, isKey: true);
    }

    /// <summary>Forgets what was written and starts anew; the memory is kept for the next file.</summary>
    public void Reset()
    {
        _length = 0;
        _depth = 0;
        _position = Position.LineStart;
        _rootWritten = false;
        _commentAt = -1;
        ForgetKeptBlock();
        ForgetComments();
        Records?.Reset();
    }

    // Readers look back 1024 characters at most for the start of a `key:` (go-yaml scannerc.go, YamlDotNet Scanner.cs).
    private const int LongestSimpleKey = 1000;

    private void MakeKeyExplicit(int start)
    {
        Insert(start, "? "u8);
        Put((byte)'\n');
        Indent(_frames[_depth - 1].Indent);
    }

    private void Start(bool isMapping)
    {
        CheckNodeFits();
        if (_depth == MaxDepth)
            throw new YamlWriteException($"Mappings and sequences nest deeper than {MaxDepth}: does a value contain itself?");
        if (_depth == _frames.Length)
            Array.Resize(ref _frames, _frames.Length * 2);
        _frames[_depth++] = new Frame { IsMapping = isMapping };
        _commentAt = -1;
        Records?.Start(isMapping);
    }

    private void End(bool isMapping)
    {
        if (_depth == 0 || _frames[_depth - 1].IsMapping != isMapping)
            throw Misuse(isMapping ? "No mapping is open here that could end." : "No sequence is open here that could end.");
        Records?.End();
        ref var frame = ref _frames[_depth - 1];
        if (frame.IsOpen)
        {
            if (_position == Position.AfterKey)
                throw Misuse("The last key of the mapping has no value.");
            FlushComments(frame.Indent);
            _depth--;
            _commentAt = -1;
            return;
        }
        _depth--;
        Empty(isMapping ? "{}"u8 : "[]"u8);
    }

    // Nothing of a container is written before its first entry, so one that ends without any is known to be empty.
    private void Empty(ReadOnlySpan<byte> brackets)
    {
        var underKey = _depth > 0 && _frames[_depth - 1].IsMapping;
        var comments = _commentCount;
        if (underKey)
            _commentCount = 0;
        BeginScalar();
        Put(brackets);
        EndScalar();
        if (!underKey || comments == 0)
            return;
        _commentCount = comments;
        FlushComments(_frames[_depth - 1].Indent + 2);
    }

    private void CheckNodeFits()
    {
        if (_depth == 0)
        {
            if (_rootWritten)
                throw Misuse("The document is complete; Document() starts the next one.");
            return;
        }
        ref var frame = ref _frames[_depth - 1];
        if (frame.IsMapping && !(frame.IsOpen && _position == Position.AfterKey))
            throw Misuse("A value in a mapping needs a key before it.");
    }

    private void BeginKey()
    {
        if (_depth == 0 || !_frames[_depth - 1].IsMapping)
            throw Misuse("A key stands only in a mapping.");
        ref var frame = ref _frames[_depth - 1];
        if (!frame.IsOpen)
            Open();
        else if (_position == Position.AfterKey)
            throw Misuse("The key before this one has no value.");
        BeginEntry(frame.Indent);
    }

    /// <summary>Writes what stands before the node: a blank behind the key, or the dash of the item.</summary>
    private void BeginScalar()
    {
        CheckNodeFits();
        if (_depth == 0)
        {
            FlushComments(indent: 0);
            _rootWritten = true;
            return;
        }
        ref var frame = ref _frames[_depth - 1];
        if (frame.IsMapping)
        {
            if (_commentCount > 0)
                throw Misuse("A comment stands above a key, not between the key and its value.");
        }
        else
        {
            if (!frame.IsOpen)
                Open();
            BeginItem(ref frame);
        }
        Put((byte)' ');
    }

    private void EndScalar()
    {
        _commentAt = _length;
        Put((byte)'\n');
        _position = Position.LineStart;
    }

    /// <summary>Writes the beginnings of the containers that have none yet: they are the last ones, and one of them is about to get its first entry.</summary>
    private void Open()
    {
        var first = _depth - 1;
        while (first > 0 && !_frames[first - 1].IsOpen)
            first--;
        for (var i = first; i < _depth; i++)
        {
            ref var frame = ref _frames[i];
            frame.IsOpen = true;
            if (i == 0)
            {
                _rootWritten = true;
                continue;
            }
            ref var parent = ref _frames[i - 1];
            frame.Indent = parent.Indent + 2;
            if (parent.IsMapping)
            {
                Put((byte)'\n');
                _position = Position.LineStart;
            }
            else
            {
                BeginItem(ref parent);
            }
        }
    }

    private void BeginItem(ref Frame sequence)
    {
        BeginEntry(sequence.Indent);
        sequence.Items++;
        Put((byte)'-');
        _position = Position.AfterDash;
    }

    private void BeginEntry(int indent)
    {
        if (_position == Position.AfterDash)
        {
            Put((byte)' ');
            return;
        }
        if (_commentCount > 0)
            FlushComments(indent);
        Indent(indent);
    }

    private static InvalidOperationException Misuse(string message) => new(message);

    private struct Frame
    {
        public int Indent;
        public bool IsMapping;
        public bool IsOpen;

        /// <summary>The items of a sequence that have begun.</summary>
        public int Items;

        /// <summary>The mapping's last key as it was given; <see langword="null"/>: it is known plain, and its bytes stand in the buffer.</summary>
        public string? Key;
        public int KeyStart;
        public int KeyLength;
    }
}
