namespace GitOps;

/// <summary>A text cut into its documents, each as it stands: a definition keeps its author's comments, and a diff against the original is empty.</summary>
internal sealed class DocumentTexts
{
    private readonly string text;
    private readonly List<(int Start, int End)> parts = [];
    private readonly string header;

    public DocumentTexts(string text)
    {
        this.text = text;
        var start = 0;
        for (var line = 0; line < text.Length;)
        {
            var end = text.IndexOf('\n', line) is var found and >= 0 ? found + 1 : text.Length;
            // YAML 1.2, c-forbidden: at the start of a line these are never content, not even inside a block.
            if (IsMarker(text.AsSpan(line, end - line)))
            {
                parts.Add((start, line));
                start = end;
            }
            line = end;
        }
        parts.Add((start, text.Length));
        // A notice above the first document speaks of all of them.
        header = parts[0] is { End: > 0 } first && parts.Count > 1 && IsComments(text.AsSpan(first.Start, first.End - first.Start)) ? Part(first) : "";
    }

    /// <summary>The document that this node is, or <see langword="null"/> when its text alone does not read as the same.</summary>
    public string? Of(YamlMapping root)
    {
        if (root.IsFlow)
            return null;
        foreach (var part in parts)
        {
            if (root.Start.Offset < part.Start || root.Start.Offset >= part.End)
                continue;
            var alone = header + Part(part);
            var read = YamlFile.Read(alone);
            return read.Faults.All(static fault => fault.Kind == YamlFaultKind.DuplicateKey) && read.Documents is [{ Root: { } same }] && SameYaml.Is(root, same) ? alone : null;
        }
        return null;
    }

    private string Part((int Start, int End) part) => text[part.Start..part.End].Replace("\r\n", "\n", StringComparison.Ordinal).Trim('\n') + "\n";

    private static bool IsMarker(ReadOnlySpan<char> line) =>
        (line.StartsWith("---") || line.StartsWith("...")) && (line.Length == 3 || char.IsWhiteSpace(line[3]));

    private static bool IsComments(ReadOnlySpan<char> part)
    {
        var any = false;
        foreach (var line in part.EnumerateLines())
        {
            if (line.Trim().IsEmpty)
                continue;
            if (line[0] != '#')
                return false;
            any = true;
        }
        return any;
    }
}
