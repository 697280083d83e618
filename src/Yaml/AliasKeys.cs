using System.Text;

namespace GitOps;

/// <summary>
/// go-yaml ends an alias's name at a colon, YamlDotNet does not: <c>*app: x</c> is a key for the one and the alias <c>app:</c> for the other.
/// Where that breaks a text, it is read with a space before each such colon, and every place is counted back.
/// </summary>
internal sealed class AliasKeys
{
    public static AliasKeys None { get; } = new([]);

    private readonly int[] colons;

    private AliasKeys(int[] colons) => this.colons = colons;

    /// <summary>Adds the colons (offsets in the original text) that were not known yet; false when there is none.</summary>
    public bool TryAdd(IEnumerable<int> found, out AliasKeys more)
    {
        var all = new SortedSet<int>(colons);
        var before = all.Count;
        all.UnionWith(found);
        more = all.Count == before ? this : new AliasKeys([.. all]);
        return all.Count > before;
    }

    public string Apply(string text)
    {
        if (colons.Length == 0)
            return text;
        var repaired = new StringBuilder(text.Length + colons.Length);
        var from = 0;
        foreach (var colon in colons)
        {
            repaired.Append(text, from, colon - from).Append(' ');
            from = colon;
        }
        return repaired.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>The place in the original text.</summary>
    public YamlMark Original(int offset, int line, int column, string repairedText)
    {
        var before = 0;
        while (before < colons.Length && colons[before] + before < offset)
            before++;
        if (before == 0)
            return new YamlMark(offset, line, column);
        var lineStart = offset == 0 ? 0 : repairedText.LastIndexOf('\n', Math.Min(offset, repairedText.Length) - 1) + 1;
        var onThisLine = 0;
        for (var i = before - 1; i >= 0 && colons[i] + i >= lineStart; i--)
            onThisLine++;
        return new YamlMark(offset - before, line, column - onThisLine);
    }
}
