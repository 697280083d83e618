namespace GitOps;

/// <summary>A list.</summary>
internal sealed class YamlSequence : YamlNode
{
    private readonly List<YamlNode> items = [];

    internal YamlSequence(bool isFlow, YamlMark start, string? tag, string? anchor) : base(start, start, tag, anchor) => IsFlow = isFlow;

    public IReadOnlyList<YamlNode> Items => items;

    /// <summary>Written as <c>[a, b]</c>.</summary>
    public bool IsFlow { get; }

    internal void Add(YamlNode item)
    {
        items.Add(item);
        Weight += item.Weight;
    }

    internal void Close(YamlMark end) => End = end;
}
