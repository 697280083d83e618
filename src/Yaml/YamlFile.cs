namespace GitOps;

/// <summary>A YAML text, read: its documents with their places, and what is wrong with it. Reading never throws for what the text holds.</summary>
internal sealed class YamlFile
{
    /// <summary>How often a text is read anew because of keys written as <c>*alias:</c>.</summary>
    private const int MostRepairs = 64;

    private YamlFile(YamlSource source, IReadOnlyList<YamlDocument> documents, IReadOnlyList<YamlFault> faults)
    {
        Source = source;
        Documents = documents;
        Faults = faults;
    }

    /// <summary>What was read, without a byte order mark: what offsets count in.</summary>
    public string Text => Source.Text;

    public YamlSource Source { get; }

    /// <summary>The documents in their order, up to the first fault that stops the reader. Documents of comments only are kept, without root.</summary>
    public IReadOnlyList<YamlDocument> Documents { get; }

    public IReadOnlyList<YamlFault> Faults { get; }

    public static YamlFile Read(string text, CancellationToken cancellation = default) => Read(new YamlSource(text), cancellation);

    public static YamlFile Read(YamlSource source, CancellationToken cancellation = default)
    {
        var text = source.Text;
        // YamlDotNet takes this character for the end of the text and would drop the rest without a word.
        var zero = text.IndexOf('\0');
        if (zero >= 0)
            return new YamlFile(source, [], [new YamlFault(YamlFaultKind.Syntax, "not YAML: control characters are not allowed", PlaceOf(text, zero))]);
        var repairs = AliasKeys.None;
        for (var attempt = 0; ; attempt++)
        {
            var builder = new YamlTreeBuilder(source, repairs, cancellation);
            builder.Run();
            // Only a text that failed is read again: what reads well means what it says.
            if (builder.Faults.Count == 0 || attempt == MostRepairs || !repairs.TryAdd(builder.SeenAliasKeys, out repairs))
                return new YamlFile(source, builder.Documents, builder.Faults);
        }
    }

    private static YamlMark PlaceOf(string text, int offset)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < offset; i++)
            if (text[i] == '\n')
            {
                line++;
                lineStart = i + 1;
            }
        return new YamlMark(offset, line, offset - lineStart + 1);
    }
}
