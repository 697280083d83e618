using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GitOps;

/// <summary>Builds the node tree from the parser's events, and turns every complaint into a fault.</summary>
internal sealed class YamlTreeBuilder
{
    /// <summary>Deeper than any manifest, shallower than a small thread's stack.</summary>
    private const int MostDepth = 200;

    /// <summary>Nodes of one file with its aliases unfolded.</summary>
    private const int MostWeight = 4_000_000;

    private readonly YamlSource source;
    private readonly string repaired;
    private readonly AliasKeys repairs;
    private readonly CancellationToken cancellation;
    private readonly AliasKeyScanner scanner;
    private readonly Parser parser;
    private readonly List<YamlDocument> documents = [];
    private readonly List<YamlFault> faults = [];
    private readonly Dictionary<string, YamlNode?> anchors = new(StringComparer.Ordinal);
    private int weight;

    public YamlTreeBuilder(YamlSource source, AliasKeys repairs, CancellationToken cancellation)
    {
        this.source = source;
        this.repairs = repairs;
        this.cancellation = cancellation;
        repaired = repairs.Apply(source.Text);
        scanner = new AliasKeyScanner(repaired);
        parser = new Parser(scanner);
    }

    public IReadOnlyList<YamlDocument> Documents => documents;

    public IReadOnlyList<YamlFault> Faults => faults;

    /// <summary>The colons that end an alias's name, in the original text.</summary>
    public IEnumerable<int> SeenAliasKeys => scanner.Colons.Select(offset => repairs.Original(offset, 1, 1, repaired).Offset);

    public void Run()
    {
        try
        {
            while (parser.MoveNext())
                if (parser.Current is DocumentStart start)
                    ReadDocument(start);
        }
        catch (StopException)
        {
            // The fault is noted already.
        }
        catch (YamlException fault)
        {
            // YamlDotNet's place of a tab is the beginning of the collection in which it stands; the tab itself is where the scanner stopped.
            var isTab = fault.Message.IndexOf("invalid tab", StringComparison.Ordinal) >= 0;
            faults.Add(new YamlFault(YamlFaultKind.Syntax, Clean(fault), Place(isTab ? scanner.Position : fault.Start)));
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or IndexOutOfRangeException or OverflowException or FormatException)
        {
            // YamlDotNet's scanner lets a few escape (a `\U` beyond Unicode): still the text's fault, not the program's.
            faults.Add(new YamlFault(YamlFaultKind.Syntax, "not YAML: " + fault.Message.TrimEnd('.'), Place(scanner.Position)));
        }
    }

    private void ReadDocument(DocumentStart start)
    {
        cancellation.ThrowIfCancellationRequested();
        anchors.Clear();
        parser.MoveNext();
        var root = ReadNode(0);
        var isNothing = root is YamlScalar { IsPlain: true, Text: "", Tag: null, Anchor: null };
        documents.Add(new YamlDocument(isNothing ? null : root, isNothing ? Place(start.Start) : root.Start));
        parser.MoveNext();
    }

    /// <summary>Reads the node that begins with the current event; leaves its last event as the current one.</summary>
    private YamlNode ReadNode(int depth)
    {
        var current = parser.Current!;
        if (depth > MostDepth)
            throw Stop(YamlFaultKind.TooLarge, $"collections are nested deeper than {MostDepth} levels", current.Start);
        switch (current)
        {
            case Scalar scalar:
                Count(1, current.Start);
                return Anchored(new YamlScalar(scalar.Value, StyleOf(scalar.Style), Place(scalar.Start), Place(scalar.End), TagOf(scalar), AnchorOf(scalar)));
            case AnchorAlias alias:
                return Resolve(alias);
            case SequenceStart start:
                return ReadSequence(start, depth);
            case MappingStart start:
                return ReadMapping(start, depth);
            default:
                throw Stop(YamlFaultKind.Syntax, "a value is missing here", current.Start);
        }
    }

    private YamlSequence ReadSequence(SequenceStart start, int depth)
    {
        Count(1, start.Start);
        var sequence = new YamlSequence(start.Style == SequenceStyle.Flow, Place(start.Start), TagOf(start), AnchorOf(start));
        Open(sequence);
        while (parser.MoveNext() && parser.Current is not SequenceEnd)
            sequence.Add(ReadNode(depth + 1));
        sequence.Close(Place(parser.Current!.End));
        Anchored(sequence);
        return sequence;
    }

    private YamlMapping ReadMapping(MappingStart start, int depth)
    {
        Count(1, start.Start);
        var mapping = new YamlMapping(start.Style == MappingStyle.Flow, Place(start.Start), TagOf(start), AnchorOf(start));
        Open(mapping);
        HashSet<string>? seen = null;
        var merges = false;
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            var key = ReadNode(depth + 1);
            parser.MoveNext();
            mapping.Add(new YamlEntry(key, ReadNode(depth + 1)));
            if (IsMerge(key))
                merges = true;
            else if (key is YamlScalar scalar)
            {
                // Small mappings are compared pair by pair: most have a handful of keys.
                var twice = mapping.Entries.Count > 12 ? !(seen ??= Names(mapping)).Add(scalar.Text) : StandsBefore(mapping, scalar.Text);
                if (twice)
                    faults.Add(new YamlFault(YamlFaultKind.DuplicateKey, $"the key '{scalar.Text}' stands twice in this mapping; remove one", key.Start));
            }
        }
        if (merges)
            Merge(mapping);
        mapping.Close(Place(parser.Current!.End));
        Anchored(mapping);
        return mapping;
    }

    private static HashSet<string> Names(YamlMapping mapping)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < mapping.Entries.Count - 1; i++)
            if (mapping.Entries[i].Key is YamlScalar scalar && !IsMerge(scalar))
                names.Add(scalar.Text);
        return names;
    }

    private static bool StandsBefore(YamlMapping mapping, string name)
    {
        for (var i = 0; i < mapping.Entries.Count - 1; i++)
            if (mapping.Entries[i].Key is YamlScalar scalar && scalar.Text == name && !IsMerge(scalar))
                return true;
        return false;
    }

    // go-yaml v2 (decode.go, isMerge): plain, or tagged as one.
    private static bool IsMerge(YamlNode key) => key is YamlScalar { Text: "<<" } scalar && (scalar.IsPlain && scalar.Tag is null || scalar.Tag == YamlTags.Merge);

    private void Merge(YamlMapping mapping)
    {
        var names = new HashSet<string>(mapping.Entries.Where(entry => !IsMerge(entry.Key)).Select(entry => entry.Name), StringComparer.Ordinal);
        var all = new List<YamlEntry>();
        foreach (var entry in mapping.Entries)
        {
            if (!IsMerge(entry.Key))
            {
                all.Add(entry);
                continue;
            }
            IEnumerable<YamlNode> sources = entry.Value is YamlSequence list ? list.Items : [entry.Value];
            foreach (var source in sources)
            {
                if (source is not YamlMapping merged)
                    throw Stop(YamlFaultKind.Alias, "a merge key ('<<') takes a mapping or a list of mappings", entry.Key.Start);
                if (IsTooMuch(merged.Weight))
                    throw TooMuch(entry.Key.Start);
                foreach (var inherited in merged.Entries)
                    if (names.Add(inherited.Name))
                        all.Add(inherited with { IsMerged = true });
            }
        }
        mapping.Replace(all);
    }

    private YamlNode Resolve(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        if (!anchors.TryGetValue(name, out var node))
            throw Stop(YamlFaultKind.Alias, $"the alias '*{name}' has no anchor '&{name}' before it in this document", alias.Start);
        if (node is null)
            throw Stop(YamlFaultKind.Alias, $"the alias '*{name}' stands inside the node that it names", alias.Start);
        Count(node.Weight, alias.Start);
        return node;
    }

    /// <summary>Known, but not yet whole: an alias to it would make the tree a circle.</summary>
    private void Open(YamlNode node)
    {
        if (node.Anchor is not null)
            anchors[node.Anchor] = null;
    }

    private YamlNode Anchored(YamlNode node)
    {
        node.Source = source;
        if (node.Anchor is not null)
            anchors[node.Anchor] = node;
        return node;
    }

    private void Count(int nodes, Mark at)
    {
        if (IsTooMuch(nodes))
            throw TooMuch(Place(at));
        if ((weight & 0xFFF) == 0)
            cancellation.ThrowIfCancellationRequested();
    }

    private bool IsTooMuch(int nodes) => (weight += nodes) is > MostWeight or < 0;

    private StopException TooMuch(YamlMark at) =>
        Stop(YamlFaultKind.TooLarge, $"with its aliases unfolded this file holds more than {MostWeight} values", at);

    private StopException Stop(YamlFaultKind kind, string message, Mark at) => Stop(kind, message, Place(at));

    private StopException Stop(YamlFaultKind kind, string message, YamlMark at)
    {
        faults.Add(new YamlFault(kind, message, at));
        return new StopException();
    }

    private YamlMark Place(Mark mark) => repairs.Original((int)mark.Index, (int)mark.Line, (int)mark.Column, repaired);

    private static string? TagOf(NodeEvent node) => node.Tag.IsEmpty || node.Tag.IsNonSpecific ? null : node.Tag.Value;

    private static string? AnchorOf(NodeEvent node) => node.Anchor.IsEmpty ? null : node.Anchor.Value;

    private static YamlScalarStyle StyleOf(ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => YamlScalarStyle.SingleQuoted,
        ScalarStyle.DoubleQuoted => YamlScalarStyle.DoubleQuoted,
        ScalarStyle.Literal => YamlScalarStyle.Literal,
        ScalarStyle.Folded => YamlScalarStyle.Folded,
        _ => YamlScalarStyle.Plain,
    };

    /// <summary>YamlDotNet's own words without the full stop and the capital of a sentence.</summary>
    private static string Clean(YamlException fault)
    {
        var message = fault.Message.Trim().TrimEnd('.');
        return message.Length == 0 ? "not YAML" : "not YAML: " + char.ToLowerInvariant(message[0]) + message.Substring(1);
    }

    /// <summary>Ends the reading after a fault; never leaves this class.</summary>
    private sealed class StopException : Exception;
}
