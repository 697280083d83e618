using System.Globalization;

namespace GitOps;

/// <summary>From YAML to the values that Flux and the API server see: scalars are read as YAML 1.1, as sigs.k8s.io/yaml does.</summary>
internal static class YamlData
{
    /// <summary>The value of a node; each value's <see cref="DataValue.Origin"/> is its node. Of keys that stand twice the last counts.</summary>
    /// <param name="known">What a string scalar becomes (a substituted text, or an unknown one), or <see langword="null"/> for "as it is written".</param>
    public static DataValue Of(YamlNode? node, Func<YamlScalar, DataValue?>? known = null)
    {
        Dictionary<YamlNode, DataValue>? anchored = null;
        return Of(node, known, ref anchored);
    }

    /// <param name="anchored">What has an anchor is one value wherever an alias names it: aliases of aliases cost nothing.</param>
    private static DataValue Of(YamlNode? node, Func<YamlScalar, DataValue?>? known, ref Dictionary<YamlNode, DataValue>? anchored)
    {
        if (node?.Anchor is not null && anchored is not null && anchored.TryGetValue(node, out var same))
            return same;
        DataValue value;
        switch (node)
        {
            case YamlScalar scalar:
                value = known?.Invoke(scalar) ?? Of(scalar);
                break;
            case YamlSequence sequence:
                var items = new DataValue[sequence.Items.Count];
                for (var i = 0; i < items.Length; i++)
                    items[i] = Of(sequence.Items[i], known, ref anchored);
                value = DataValue.List(items, sequence);
                break;
            case YamlMapping mapping:
                value = DataValue.Map(Fields(mapping, known, ref anchored), mapping);
                break;
            default:
                return DataValue.Null(node);
        }

        if (node.Anchor is not null)
            (anchored ??= [])[node] = value;
        return value;
    }

    /// <summary>The value of a scalar as it is written.</summary>
    public static DataValue Of(YamlScalar scalar) => Of(scalar.Yaml11, scalar);

    /// <summary>What a reader of YAML 1.1 made of a text.</summary>
    public static DataValue Of(YamlValue value, object? origin) => value.Kind switch
    {
        YamlValueKind.Null => DataValue.Null(origin),
        YamlValueKind.Bool => DataValue.Of(value == YamlValue.True, origin),
        YamlValueKind.Integer => long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
            ? DataValue.Of(integer, origin)
            : Number(value.Text, origin),
        YamlValueKind.Float => Number(value.Text, origin),
        YamlValueKind.String => DataValue.Of(value.Text, origin),
        _ => DataValue.Unknown(origin),
    };

    private static DataValue Number(string json, object? origin) =>
        double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? DataValue.Of(number, origin) : DataValue.Unknown(origin);

    private static List<DataField> Fields(YamlMapping mapping, Func<YamlScalar, DataValue?>? known, ref Dictionary<YamlNode, DataValue>? anchored)
    {
        var fields = new List<DataField>(mapping.Entries.Count);
        var places = mapping.Entries.Count > 8 ? new Dictionary<string, int>(StringComparer.Ordinal) : null;
        foreach (var entry in mapping.Entries)
        {
            // JSON has string keys alone: the reader writes a number or bool as its text.
            var name = entry.Key is YamlScalar key ? known?.Invoke(key) is { Kind: DataKind.String, IsPartial: false } text ? text.Text : key.Text : "";
            var field = new DataField(name, Of(entry.Value, known, ref anchored), entry.Key);
            var at = places is null ? IndexOf(fields, name) : places.TryGetValue(name, out var found) ? found : -1;
            if (at >= 0)
            {
                fields[at] = field;
                continue;
            }

            if (places is not null)
                places[name] = fields.Count;
            fields.Add(field);
        }

        return fields;
    }

    private static int IndexOf(List<DataField> fields, string name)
    {
        for (var i = 0; i < fields.Count; i++)
            if (string.Equals(fields[i].Name, name, StringComparison.Ordinal))
                return i;
        return -1;
    }
}
