using System.Reflection;
using System.Text;

namespace GitOps;

/// <summary>The schemas of charts' values, by the charts' names. One is read when a release of its chart is judged.</summary>
internal sealed class ChartSchemas
{
    private const string Key = "GitOps.ValuesSchema:";

    private readonly Dictionary<string, Lazy<SchemaModel?>> byChart = new(StringComparer.Ordinal);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => byChart.Count == 0;

    /// <summary>Those that a project lists as <c>GitOpsValuesSchema</c>: the build writes their names into the assembly.</summary>
    /// <param name="program">The project's assembly.</param>
    /// <param name="read">Reads a file of the project; by one that is gone nothing is judged, and the next build says so.</param>
    public static ChartSchemas Of(Assembly program, Func<string, byte[]?> read)
    {
        var schemas = new ChartSchemas();
        var items = program.GetCustomAttributes<AssemblyMetadataAttribute>().Where(static one => one.Key.StartsWith(Key, StringComparison.Ordinal))
            .Select(static one => (Path: one.Key[Key.Length..].Replace('\\', '/'), Said: (one.Value ?? "|").Split('|', 2))).ToList();
        var files = new Lazy<IReadOnlyList<ValuesSchemaFile>>(() => [.. items.Select(item => read(item.Path) is { } bytes ? FileOf(item.Path, item.Said[1], bytes) : null).OfType<ValuesSchemaFile>()]);
        foreach (var (path, said) in items)
            if (said[0].Length > 0)
                schemas.byChart[said[0]] = new(() => files.Value.FirstOrDefault(file => file.Path == path) is { } file ? Read(said[0], file, files.Value) : null);
        return schemas;
    }

    /// <summary>A file of a schema as the reader takes it.</summary>
    public static ValuesSchemaFile FileOf(string path, string url, byte[] bytes) =>
        new(path, Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF') is { Length: <= ValuesSchemaFile.MostCharacters } text ? text : null) { Url = url };

    /// <summary>Adds one that was named by hand.</summary>
    /// <returns>What is wrong with it.</returns>
    public IEnumerable<SchemaFault> Add(string chart, ValuesSchemaFile file, IReadOnlyList<ValuesSchemaFile> files)
    {
        var model = Read(chart, file, files);
        byChart[chart] = new(model);
        return model.Faults;
    }

    /// <summary>The schema of a chart's values, or <see langword="null"/>.</summary>
    public SchemaModel? Find(string chart) => byChart.GetValueOrDefault(chart)?.Value;

    private static SchemaModel Read(string chart, ValuesSchemaFile file, IReadOnlyList<ValuesSchemaFile> files) => ValuesSchemaReader.Read(file, files, chart, "Values");
}
