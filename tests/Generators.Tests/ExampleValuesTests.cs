namespace GitOps.Tests;

/// <summary>The values that the examples' trees hold are valid by the charts' own schemas, which another library reads.</summary>
public sealed class ExampleValuesTests
{
    private static readonly string[] Known = ["app-template", "cert-manager", "external-secrets"];

    [SharedTheory]
    [InlineData("Anton", 2)]
    [InlineData("Elysium", 1)]
    [InlineData("HomeOps", 21)]
    [InlineData("Layers", 1)]
    [InlineData("Phoebe", 6)]
    public void Every_examples_values_are_valid_by_the_schema_of_their_chart(string example, int releases)
    {
        var documents = Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot, "examples", example), "*.yaml", SearchOption.AllDirectories)
            .Where(static path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(static path => YamlFile.Read(File.ReadAllText(path)).Documents.Select(document => (Path: path, Root: document.Root as YamlMapping)))
            .Where(static document => document.Root is not null).ToList();
        // An OCIRepository is called like its release, or like its chart where several take it.
        var sources = documents.Where(static document => Text(document.Root, "kind") == "OCIRepository")
            .GroupBy(static document => Text(document.Root, "metadata", "name")!)
            .ToDictionary(static same => same.Key, static same => same.Select(static source => Text(source.Root, "spec", "url")!.Split('/')[^1]).Distinct().Single());
        var judged = 0;
        foreach (var (path, release) in documents.Where(static document => Text(document.Root, "kind") == "HelmRelease"))
        {
            var chart = Text(release, "spec", "chart", "spec", "chart") ?? (Text(release, "spec", "chartRef", "name") is { } name && sources.TryGetValue(name, out var source) ? source : null);
            if (!Known.Contains(chart) || Node(release, "spec", "values") is not { } values)
                continue;
            new ChartJudge(Charts.Files(chart!)).Errors(JsonText.Of(values)).Should().BeEmpty(path);
            judged++;
        }

        judged.Should().Be(releases);
    }

    private static string? Text(YamlNode? node, params string[] path) => (Node(node, path) as YamlScalar)?.Text;

    private static YamlNode? Node(YamlNode? node, params string[] path)
    {
        foreach (var name in path)
            node = (node as YamlMapping)?.Entries.FirstOrDefault(entry => entry.Key is YamlScalar { Text: var key } && key == name)?.Value;
        return node;
    }
}
