using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>Compares two YAML files object by object and field by field: what a reader of the cluster would see, not spaces, quotes and comments.</summary>
internal static class FieldDifferences
{
    private const int LongestShown = 60;

    /// <summary>The fields that differ, or <see langword="null"/> when one of the two is no YAML that can be compared.</summary>
    public static List<FieldDifference>? Between(ReadOnlySpan<byte> planned, ReadOnlySpan<byte> onDisk)
    {
        if (Objects(planned) is not { } wanted || Objects(onDisk) is not { } found) return null;
        var differences = new List<FieldDifference>();
        foreach (var (name, node) in wanted)
            Compare(name, "", node, found.GetValueOrDefault(name), differences);
        foreach (var (name, node) in found)
            if (!wanted.ContainsKey(name))
                Compare(name, "", null, node, differences);
        return differences;
    }

    /// <summary>The scalars of a file by object and field, or <see langword="null"/> when it is no YAML that can be read.</summary>
    public static Dictionary<(string Object, string Path), YamlScalar>? Scalars(ReadOnlySpan<byte> content)
    {
        if (Objects(content) is not { } objects) return null;
        var scalars = new Dictionary<(string, string), YamlScalar>();
        foreach (var (name, node) in objects) Add(name, "", node, scalars);
        return scalars;
    }

    private static void Add(string owner, string path, YamlNode node, Dictionary<(string, string), YamlScalar> scalars)
    {
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries) Add(owner, Join(path, entry.Name), entry.Value, scalars);
                break;
            case YamlSequence list:
                for (var i = 0; i < list.Items.Count; i++) Add(owner, $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]", list.Items[i], scalars);
                break;
            case YamlScalar scalar:
                scalars[(owner, path)] = scalar;
                break;
        }
    }

    private static Dictionary<string, YamlNode>? Objects(ReadOnlySpan<byte> content)
    {
        var file = YamlFile.Read(Encoding.UTF8.GetString(content));
        if (file.Faults.Count > 0) return null;
        var objects = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var document in file.Documents)
        {
            if (document.Root is not { } root) continue;
            var name = Name(document.Mapping);
            for (var copy = 2; !objects.TryAdd(name, root); copy++) name = $"{Name(document.Mapping)} ({copy.ToString(CultureInfo.InvariantCulture)})";
        }
        return objects;
    }

    private static string Name(YamlMapping? document) =>
        document?.Text("kind") is { } kind ? (document["metadata"] as YamlMapping)?.Text("name") is { } name ? $"{kind}/{name}" : kind : "";

    private static void Compare(string owner, string path, YamlNode? planned, YamlNode? onDisk, List<FieldDifference> differences)
    {
        switch (planned, onDisk)
        {
            case (YamlMapping wanted, YamlMapping found):
                foreach (var entry in wanted.Entries) Compare(owner, Join(path, entry.Name), entry.Value, found[entry.Name], differences);
                foreach (var entry in found.Entries)
                    if (wanted.Find(entry.Name) is null) Compare(owner, Join(path, entry.Name), null, entry.Value, differences);
                return;
            case (YamlSequence wanted, YamlSequence found):
                for (var i = 0; i < Math.Max(wanted.Items.Count, found.Items.Count); i++)
                    Compare(owner, $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]", i < wanted.Items.Count ? wanted.Items[i] : null, i < found.Items.Count ? found.Items[i] : null, differences);
                return;
            case (YamlScalar wanted, YamlScalar found) when wanted.Core == found.Core:
            case (null, null):
                return;
            default:
                differences.Add(new FieldDifference(owner, path, Shown(planned), Shown(onDisk)) { PlannedScalar = planned as YamlScalar, OnDiskScalar = onDisk as YamlScalar });
                return;
        }
    }

    // A key with a dot (an annotation) would read like two fields.
    private static string Join(string path, string name)
    {
        if (name.Contains('.')) name = $"[{name}]";
        else if (path.Length > 0) name = $".{name}";
        return path + name;
    }

    private static string? Shown(YamlNode? node)
    {
        switch (node)
        {
            case null:
                return null;
            case YamlMapping mapping:
                return mapping.Entries.Count == 0 ? "{}" : $"a mapping of {mapping.Entries.Count.ToString(CultureInfo.InvariantCulture)}";
            case YamlSequence list:
                return list.Items.Count == 0 ? "[]" : $"a list of {list.Items.Count.ToString(CultureInfo.InvariantCulture)}";
        }
        var value = ((YamlScalar)node).Core;
        if (value.Kind != YamlValueKind.String) return value.Text;
        var text = value.Text.ReplaceLineEndings("\\n");
        return text.Length <= LongestShown ? $"'{text}'" : $"'{text.AsSpan(0, LongestShown)}…'";
    }
}
