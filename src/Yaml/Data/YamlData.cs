using System.Globalization;

namespace GitOps;

/// <summary>From YAML to the values that Flux and the API server see: scalars are read as YAML 1.1, as sigs.k8s.io/yaml does.</summary>
internal static class YamlData
{
    /// <summary>The value of a node; each value's <see cref="DataValue.Origin"/> is its node. Of keys that stand twice the last counts.</summary>
    /// <param name="known">What a string scalar becomes (a substituted text, or an unknown one), or <see langword="null"/> for "as it is written".</param>
    public static DataValue Of(YamlNode? node, Func<YamlScalar, DataValue?>? known = null) => node switch
    {
        YamlScalar scalar => known?.Invoke(scalar) ?? Of(scalar),
        YamlSequence sequence => DataValue.List([.. sequence.Items.Select(item => Of(item, known))], sequence),
        YamlMapping mapping => DataValue.Map(Fields(mapping, known), mapping),
        _ => DataValue.Null(node),
    };

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

    private static List<DataField> Fields(YamlMapping mapping, Func<YamlScalar, DataValue?>? known)
    {
        var fields = new List<DataField>(mapping.Entries.Count);
        var places = mapping.Entries.Count > 8 ? new Dictionary<string, int>(StringComparer.Ordinal) : null;
        foreach (var entry in mapping.Entries)
        {
            // JSON has string keys alone: the reader writes a number or bool as its text.
            var name = entry.Key is YamlScalar key ? known?.Invoke(key) is { Kind: DataKind.String, IsPartial: false } text ? text.Text : key.Text : "";
            var field = new DataField(name, Of(entry.Value, known), entry.Key);
            var at = places is null ? fields.FindIndex(other => other.Name == name) : places.TryGetValue(name, out var found) ? found : -1;
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
}
