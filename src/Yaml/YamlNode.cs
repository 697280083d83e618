namespace GitOps;

/// <summary>A node of a YAML document. An alias is the node that it names, so the tree may share nodes; a node never holds itself.</summary>
internal abstract class YamlNode
{
    private protected YamlNode(YamlMark start, YamlMark end, string? tag, string? anchor)
    {
        Start = start;
        End = end;
        Tag = tag;
        Anchor = anchor;
    }

    /// <summary>Where it begins. For an alias: where its anchor's node begins.</summary>
    public YamlMark Start { get; }

    /// <summary>Where it ends, exclusive. Block collections and block scalars may end on a later, empty line.</summary>
    public YamlMark End { get; private protected set; }

    /// <summary>Its explicit tag in long form (<c>tag:yaml.org,2002:str</c>), or null.</summary>
    public string? Tag { get; }

    public string? Anchor { get; }

    /// <summary>The text that it was read from.</summary>
    public YamlSource Source { get; internal set; } = YamlSource.None;

    /// <summary>How many nodes it holds, itself included, with every alias unfolded.</summary>
    internal int Weight { get; private protected set; } = 1;

    /// <summary>The text of the source between the node's ends, quotes and indicators included.</summary>
    public string RawText(string source) => source.Substring(Start.Offset, Math.Max(0, Math.Min(End.Offset, source.Length) - Start.Offset));
}
