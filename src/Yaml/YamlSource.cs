namespace GitOps;

/// <summary>A text that is read as YAML, and where it stands: a file, or a scalar of another text (a patch in a kustomization.yaml).</summary>
internal sealed class YamlSource
{
    /// <summary>Of nodes that were read from nowhere.</summary>
    public static YamlSource None { get; } = new("");

    /// <param name="path">The file, as whoever reads it names it.</param>
    /// <param name="outer">The scalar whose text this is.</param>
    public YamlSource(string text, string? path = null, YamlScalar? outer = null)
    {
        Text = text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text;
        Path = path ?? outer?.Source.Path;
        Outer = outer;
    }

    /// <summary>Without a byte order mark.</summary>
    public string Text { get; }

    public string? Path { get; }

    public YamlScalar? Outer { get; }

    /// <summary>
    /// The place in the file: of a text inside a literal block line by line, of one that is quoted or folded the beginning of that scalar.
    /// </summary>
    public YamlMark InFile(YamlMark mark)
    {
        if (Outer is null)
            return mark;
        if (Outer.Style != YamlScalarStyle.Literal)
            return Outer.Source.InFile(Outer.Start);
        var text = Outer.Source.Text;
        var line = Outer.Start.Offset;
        for (var i = 0; i < mark.Line && line >= 0 && line < text.Length; i++)
            line = NextLine(text, line);
        if (line < 0 || line >= text.Length)
            return Outer.Source.InFile(Outer.Start);
        var offset = line + Indent(text) + mark.Column - 1;
        return Outer.Source.InFile(new(Math.Min(offset, text.Length), Outer.Start.Line + mark.Line, Indent(text) + mark.Column));
    }

    /// <summary>How far the block's lines are indented: as its first line that holds anything, less what that line has in the value itself.</summary>
    private int Indent(string text)
    {
        var inner = 0;
        while (inner < Text.Length && Text[inner] is '\n' or '\r')
            inner++;
        var own = 0;
        while (inner + own < Text.Length && Text[inner + own] == ' ')
            own++;
        for (var line = NextLine(text, Outer!.Start.Offset); line >= 0 && line < text.Length; line = NextLine(text, line))
        {
            var at = line;
            while (at < text.Length && text[at] == ' ')
                at++;
            if (at < text.Length && text[at] is not ('\n' or '\r'))
                return Math.Max(0, at - line - own);
        }

        return 0;
    }

    private static int NextLine(string text, int from) => text.IndexOf('\n', from) is >= 0 and var end ? end + 1 : -1;
}
