namespace GitOps.Tests;

/// <summary>The committed facts, read once.</summary>
internal static class SchemaFiles
{
    public static string Folder { get; } = Path.Combine(SharedData.RepositoryRoot, "schemas");

    private static readonly Lazy<IReadOnlyDictionary<string, SchemaModel>> All = new(() => Directory.GetFiles(Folder, "*.yaml")
        .Where(file => Path.GetFileName(file) != "names.yaml").Order(StringComparer.Ordinal)
        .ToDictionary(file => Path.GetFileName(file), file => SchemaReader.Read(Path.GetFileName(file), File.ReadAllText(file), new SchemaReadOptions())));

    public static IReadOnlyDictionary<string, SchemaModel> Models => All.Value;

    public static IReadOnlyList<SchemaKind> Kinds { get; } = Models.Values.SelectMany(model => model.Kinds).ToList();

    public static IReadOnlyDictionary<SchemaTypeName, SchemaShape> Shapes { get; } =
        Models.Values.SelectMany(model => model.Shapes).Concat(Kinds.Select(kind => kind.Body)).ToDictionary(shape => shape.Name);

    public static IReadOnlyDictionary<SchemaTypeName, SchemaEnum> Enums { get; } = Models.Values.SelectMany(model => model.Enums).ToDictionary(values => values.Name);
}
