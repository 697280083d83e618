namespace GitOps;

/// <summary>Lines and columns of a text that is no YAML.</summary>
internal sealed class TextLines(string text)
{
    private readonly List<int> _starts = Starts(text);

    /// <summary>The place of an offset; line and column from 1.</summary>
    public YamlMark Of(int offset)
    {
        var at = _starts.BinarySearch(offset);
        var line = at >= 0 ? at : ~at - 1;
        return new(offset, line + 1, offset - _starts[line] + 1);
    }

    /// <summary>The offset of a place.</summary>
    public int OffsetOf(int line, int column) => _starts[Math.Min(Math.Max(line, 1), _starts.Count) - 1] + Math.Max(column, 1) - 1;

    private static List<int> Starts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n')
                starts.Add(i + 1);
        return starts;
    }
}
