namespace GitOps;

// Literal dollars: how many are written depends on how often the text is substituted, which may differ inside one document.
public sealed partial class YamlWriter
{
    /// <summary>Asked for a text that holds literal dollars or base64, instead of <see cref="LiteralDollarPasses"/>: it may look where the text stands.</summary>
    internal Func<YamlWriter, string, string>? SettlesTexts { get; set; }

    /// <summary>Whether every scalar is asked about, and not only those with a literal dollar.</summary>
    internal bool SettlesAll { get; set; }

    /// <summary>Whether the entry that is being written stands below a key of the mapping at this depth.</summary>
    internal bool IsBelow(int depth, string key)
    {
        if (depth >= _depth || !_frames[depth].IsMapping)
            return false;
        ref var frame = ref _frames[depth];
        return frame.Key is { } text ? text == key : frame.KeyLength == key.Length && System.Text.Encoding.UTF8.GetString(_buffer, frame.KeyStart, frame.KeyLength) == key;
    }

    private string Settled(string text)
    {
        if (!SettlesAll && !LiteralDollars.In(text))
            return text;
        return SettlesTexts is { } settle ? settle(this, text) : LiteralDollars.Write(text, LiteralDollarPasses);
    }
}
