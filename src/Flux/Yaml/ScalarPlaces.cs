namespace GitOps;

/// <summary>Finds in the source where a part of a scalar's text stands, past quotes, escapes, folding and indentation: by counting the <c>${</c> before it.</summary>
internal sealed class ScalarPlaces(string source, YamlScalar scalar)
{
    private const string Opening = "${";

    /// <summary>Where the <c>${</c> at this offset of the scalar's text stands in the source; the scalar's start where that cannot be told.</summary>
    public YamlMark Of(int offset)
    {
        var count = 0;
        for (var at = scalar.Text.IndexOf(Opening, StringComparison.Ordinal); at >= 0 && at < offset; at = Next(scalar.Text, at))
            count++;
        var raw = scalar.RawText(source);
        var found = raw.IndexOf(Opening, StringComparison.Ordinal);
        for (; count > 0 && found >= 0; count--)
            found = Next(raw, found);
        if (found < 0)
            return scalar.Start;
        var line = scalar.Start.Line;
        var lineStart = -1;
        for (var i = 0; i < found; i++)
            if (raw[i] == '\n')
            {
                line++;
                lineStart = i;
            }

        return new(scalar.Start.Offset + found, line, lineStart < 0 ? scalar.Start.Column + found : found - lineStart);
    }

    private static int Next(string text, int at) => text.IndexOf(Opening, at + Opening.Length, StringComparison.Ordinal);
}
