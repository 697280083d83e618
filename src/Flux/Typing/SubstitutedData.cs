using System.Globalization;

namespace GitOps;

/// <summary>An object after substitution: YAML 1.1 to JSON, as sigs.k8s.io/yaml does it, keys included.</summary>
internal static class SubstitutedData
{
    /// <summary>The value, and the first thing that JSON cannot hold.</summary>
    public static DataValue Read(YamlNode? node, out YamlFault? fatal)
    {
        YamlFault? found = null;
        var value = ReadNode(node, ref found);
        fatal = found;
        return value;
    }

    private static DataValue ReadNode(YamlNode? node, ref YamlFault? fatal)
    {
        switch (node)
        {
            case YamlScalar scalar:
                var read = scalar.Yaml11;
                if (read.Kind == YamlValueKind.Error)
                    fatal ??= new YamlFault(YamlFaultKind.Syntax, read.Text, scalar.Start);
                return YamlData.Of(read, scalar);
            case YamlSequence sequence:
                var items = new List<DataValue>(sequence.Items.Count);
                foreach (var item in sequence.Items)
                    items.Add(ReadNode(item, ref fatal));
                return DataValue.List(items, sequence);
            case YamlMapping mapping:
                var fields = new Dictionary<string, DataField>(mapping.Entries.Count, StringComparer.Ordinal);
                foreach (var entry in mapping.Entries)
                {
                    if (Name(entry.Key) is not { } name)
                        fatal ??= new YamlFault(YamlFaultKind.Syntax, "a key that is null, a list or a map cannot be JSON", entry.Key.Start);
                    else
                        fields[name] = new DataField(name, ReadNode(entry.Value, ref fatal), entry.Key);
                }

                return DataValue.Map([.. fields.Values], mapping);
            default:
                return DataValue.Null(node);
        }
    }

    /// <summary>JSON has keys that are texts alone: a number or boolean becomes the text of its value (convertToJSONableObject).</summary>
    private static string? Name(YamlNode key) => key is not YamlScalar scalar ? null : scalar.Yaml11 switch
    {
        { Kind: YamlValueKind.Null or YamlValueKind.Error } => null,
        { Kind: YamlValueKind.Float, Text: var number } => GoNumbers.ToYaml((float)double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture)),
        { Text: var text } => text,
    };
}
