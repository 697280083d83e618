namespace GitOps.Tests;

/// <summary>The real charts' schemas as a project would list them.</summary>
internal static class Charts
{
    public static InputFile[] Files(string chart)
    {
        var folder = SharedData.Data("charts");
        if (chart != "app-template")
            return [Schema(Path.Combine(folder, chart, "values.schema.json"), chart)];
        var version = Directory.GetDirectories(folder, "app-template-*").Single();
        return
        [
            Schema(Path.Combine(version, "other", "app-template", "values.schema.json"), chart),
            Schema(Path.Combine(version, "library", "common", "values.schema.json"), ""),
            .. Directory.GetFiles(Path.Combine(version, "library", "common", "schemas"), "*.json").Order(StringComparer.Ordinal).Select(path => Schema(path, "")),
        ];
    }

    public static GeneratorRun Start(string chart, string source = "") => GeneratorRun.Start(new ProjectInput
    {
        Generators = [new ValuesGenerator()],
        Files = Files(chart),
        Sources = [("/home/me/repo/cluster/Program.cs", source)],
    });

    private static InputFile Schema(string path, string chart) => InputFile.ValuesSchema(path, File.ReadAllText(path), chart);
}
