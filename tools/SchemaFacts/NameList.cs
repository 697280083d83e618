namespace GitOps.SchemaFacts;

/// <summary>
/// The committed names (schemas/names.yaml): for each namespace a type's name and where it stands, one path for each kind that holds it
/// (<c>HelmReleaseInstall: HelmRelease.spec.install</c>), so that a kind may go without taking the name along. A name that stands there is kept whatever the
/// CRDs become; it may be changed by hand.
/// </summary>
internal sealed class NameList
{
    private readonly SortedDictionary<string, List<(string Name, IReadOnlyList<string> Paths)>> all = new(StringComparer.Ordinal);

    public static NameList Read(string text)
    {
        var list = new NameList();
        var file = YamlFile.Read(text);
        if (file.Faults.Count > 0)
            throw new InvalidOperationException($"schemas/names.yaml: {file.Faults[0]}");
        if (file.Documents.FirstOrDefault()?.Mapping is { } root)
            foreach (var entry in root.Entries)
                list.all[entry.Name] = ((entry.Value as YamlMapping)?.Entries ?? []).Select(name => (name.Name, Paths(name.Value))).ToList();
        return list;
    }

    public IReadOnlyList<(string Name, IReadOnlyList<string> Paths)> Of(string csharpNamespace) => all.TryGetValue(csharpNamespace, out var names) ? names : [];

    public void Set(string csharpNamespace, IEnumerable<(string Name, IReadOnlyList<string> Paths)> names) =>
        all[csharpNamespace] = names.OrderBy(name => name.Name, StringComparer.Ordinal).ToList();

    public string Write()
    {
        var text = new System.Text.StringBuilder("# Names of the SDK's types and where they stand, one place for each kind. They are kept when CRDs change; change one here to rename it.\n");
        foreach (var (csharpNamespace, names) in all)
        {
            text.Append(csharpNamespace).Append(":\n");
            foreach (var (name, paths) in names)
            {
                text.Append("  ").Append(name).Append(':');
                if (paths.Count == 1)
                    text.Append(' ').Append(OpenApiWriter.Scalar(paths[0])).Append('\n');
                else
                    foreach (var path in paths.Prepend(null))
                        text.Append(path is null ? "" : "    - " + OpenApiWriter.Scalar(path)).Append('\n');
            }
        }
        return text.ToString();
    }

    private static IReadOnlyList<string> Paths(YamlNode node) => node is YamlSequence list ? list.Items.Select(item => ((YamlScalar)item).Text).ToList() : [((YamlScalar)node).Text];
}
