namespace GitOps.Tests;

/// <summary>An object and what is expected of it: its annotation <c>expect</c> says <c>ok</c>, or ids with the paths of their fields.</summary>
internal sealed record ObjectCase(string File, int Line, DataValue Value, string Expected)
{
    public static IReadOnlyList<ObjectCase> All { get; } = Directory.GetFiles(Path.Combine(SharedData.RepositoryRoot, "tests", "Flux.Tests", "Objects", "Cases"), "*.yaml").Order(StringComparer.Ordinal)
        .SelectMany(file => YamlFile.Read(System.IO.File.ReadAllText(file)).Documents.Select(document => Of(Path.GetFileName(file), document.Mapping!))).ToList();

    private static ObjectCase Of(string file, YamlMapping document)
    {
        var value = YamlData.Of(document);
        return new(file, document.Start.Line, value, value["metadata"]!["annotations"]!.TextOf("expect")!);
    }

    public override string ToString() => $"{File}({Line}) {Value.TextOf("kind")}";
}
