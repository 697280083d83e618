namespace GitOps.SchemaFacts;

/// <summary>
/// The committed names (schemas/names.yaml): for each namespace a type's name and one path where it stands, the kind first
/// (<c>HelmReleaseInstall: HelmRelease.spec.install</c>). A name that stands there is kept whatever the CRDs become; it may be changed by hand.
/// </summary>
internal sealed class NameList
{
    private readonly SortedDictionary<string, List<(string Name, string Path)>> all = new(StringComparer.Ordinal);

    public static NameList Read(string text)
    {
        var list = new NameList();
        var file = YamlFile.Read(text);
        if (file.Faults.Count > 0)
            throw new InvalidOperationException($"schemas/names.yaml: {file.Faults[0]}");
        if (file.Documents.FirstOrDefault()?.Mapping is { } root)
            foreach (var entry in root.Entries)
                list.all[entry.Name] = ((entry.Value as YamlMapping)?.Entries ?? []).Select(name => (name.Name, ((YamlScalar)name.Value).Text)).ToList();
        return list;
    }

    public IReadOnlyList<(string Name, string Path)> Of(string csharpNamespace) => all.TryGetValue(csharpNamespace, out var names) ? names : [];

    public void Set(string csharpNamespace, IEnumerable<(string Name, string Path)> names) =>
        all[csharpNamespace] = names.OrderBy(name => name.Name, StringComparer.Ordinal).ToList();

    public string Write()
    {
        var text = new System.Text.StringBuilder("# Names of the SDK's types and a place where each stands. They are kept when CRDs change; change one here to rename it.\n");
        foreach (var (csharpNamespace, names) in all)
        {
            text.Append(csharpNamespace).Append(":\n");
            foreach (var (name, path) in names)
                text.Append("  ").Append(name).Append(": ").Append(FactsWriter.Scalar(path)).Append('\n');
        }
        return text.ToString();
    }
}
