namespace GitOps;

/// <summary>An object of a file as kustomize hands it on: JSON, read by <see cref="KustomizeScalar"/>. What kustomize cannot hold is a fault with its place.</summary>
internal sealed class KustomizeData
{
    private readonly List<YamlFault> faults = [];
    private Dictionary<YamlNode, DataValue>? anchored;

    private KustomizeData()
    {
    }

    /// <summary>The object's value; each value's origin is its node, each field's its key.</summary>
    public static DataValue Read(YamlNode? node, out IReadOnlyList<YamlFault> faults)
    {
        var reader = new KustomizeData();
        var value = reader.Read(node);
        faults = reader.faults;
        return value;
    }

    /// <summary>What has an anchor is one value wherever an alias names it: aliases of aliases cost nothing.</summary>
    private DataValue Read(YamlNode? node)
    {
        if (node?.Anchor is null)
            return ReadNode(node);
        if (anchored is not null && anchored.TryGetValue(node, out var same))
            return same;
        var value = ReadNode(node);
        (anchored ??= [])[node] = value;
        return value;
    }

    private DataValue ReadNode(YamlNode? node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                var read = KustomizeScalar.Read(scalar);
                if (read.Kind == YamlValueKind.Error)
                    Fault(read.Text, scalar);
                else if (read.Kind == YamlValueKind.String && HoldsControl(read.Text))
                    Fault("the text holds a control character (U+007F to U+009F), and kustomize fails on it", scalar);
                return YamlData.Of(read, scalar);
            case YamlSequence sequence:
                return DataValue.List([.. sequence.Items.Select(Read)], sequence);
            case YamlMapping mapping:
                return DataValue.Map(Fields(mapping), mapping);
            default:
                return DataValue.Null(node);
        }
    }

    private List<DataField> Fields(YamlMapping mapping)
    {
        var fields = new Dictionary<string, DataField>(mapping.Entries.Count, StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key is not YamlScalar key)
                Fault("a key that is a list or a map cannot be JSON", entry.Key);
            // encoding/json knows maps with text keys only, and the whole build fails.
            else if (KustomizeScalar.Read(key) is { Kind: not YamlValueKind.String })
                Fault($"the key '{key.Text}' is no text without quotes, and kustomize fails on it; write it in quotes", key);
            else
                fields[key.Text] = new DataField(key.Text, Read(entry.Value), key);
        }

        return [.. fields.Values];
    }

    /// <summary>encoding/json leaves these as they are, and go-yaml v2 does not read them (readerc.go).</summary>
    private static bool HoldsControl(string text)
    {
        foreach (var c in text)
            if (c is >= '\u007F' and <= '\u009F' and not '\u0085')
                return true;
        return false;
    }

    private void Fault(string message, YamlNode node) => faults.Add(new YamlFault(YamlFaultKind.Syntax, message, node.Start));
}
