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

    /// <summary>The form of app-template's schema that the example HomeOps keeps.</summary>
    public static InputFile[] OfExample() => [Schema(Path.Combine(SharedData.RepositoryRoot, "examples", "HomeOps", "charts", "app-template", "values.schema.json"), "app-template")];

    public static GeneratorRun Start(string chart, string source = "", bool isRight = true) => GeneratorRun.Start(new ProjectInput
    {
        Generators = [new ValuesGenerator()],
        Files = Files(chart),
        Sources = [("/home/me/repo/cluster/Program.cs", source)],
        CheckOutput = isRight,
    });

    /// <summary>The model that the classes are made of.</summary>
    public static SchemaModel Model(string chart)
    {
        var files = Files(chart).Select(static file => new ValuesSchemaFile(file.Path, file.Text)).ToList();
        return ValuesSchemaReader.Read(files[0], files, chart, "Home");
    }

    private static InputFile Schema(string path, string chart) => InputFile.ValuesSchema(path, File.ReadAllText(path), chart);
}
