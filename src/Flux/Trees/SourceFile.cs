namespace GitOps;

/// <summary>A file of the tree, read once.</summary>
internal sealed class SourceFile
{
    private IReadOnlyList<DataValue>? _values;
    private IReadOnlyList<DataValue>? _settings;
    private List<YamlFault>? _faults;

    private SourceFile(string path, YamlFile file)
    {
        Path = path;
        File = file;
    }

    public string Path { get; }

    public YamlFile File { get; }

    /// <summary>The documents that hold something as kustomize reads objects, each value's origin its node.</summary>
    public IReadOnlyList<DataValue> Values => _values ?? ReadValues();

    /// <summary>The documents as kustomize reads its own files, and Flux everything else: YAML 1.1.</summary>
    public IReadOnlyList<DataValue> Settings => _settings ??= [.. File.Documents.Where(static document => document.Root is not null).Select(static document => YamlData.Of(document.Root))];

    /// <summary>What kustomize cannot hold of the objects.</summary>
    public IReadOnlyList<YamlFault> ObjectFaults => Values is null ? [] : _faults ?? [];

    private IReadOnlyList<DataValue> ReadValues()
    {
        var values = new List<DataValue>();
        foreach (var document in File.Documents)
            if (document.Root is not null)
            {
                values.Add(KustomizeData.Read(document.Root, out var faults));
                if (faults.Count > 0)
                    (_faults ??= []).AddRange(faults);
            }

        return _values = values;
    }

    /// <summary>The first fault after which nothing more was read, or <see langword="null"/>.</summary>
    public YamlFault? Unreadable => File.Faults.FirstOrDefault(static fault => fault.Kind != YamlFaultKind.DuplicateKey);

    public static SourceFile Read(string path, string text, CancellationToken cancellation)
    {
        // A text of tens of megabytes is no manifest; YAML needs some forty times its size in memory.
        if (text.Length > MostCharacters)
            return new(path, YamlFile.Read(new YamlSource("", path), cancellation)) { IsTooLarge = true };
        var file = new SourceFile(path, YamlFile.Read(new YamlSource(text, path), cancellation));
        // Here, where several threads read.
        if (KustomizeReader.FileNames.Contains(RepositoryPath.NameOf(path)))
            _ = file.Settings;
        else
            _ = file.Values;
        return file;
    }

    /// <summary>A file whose documents are known without reading it.</summary>
    /// <param name="values">Each with an origin that <see cref="Places"/> knows.</param>
    public static SourceFile Of(string path, IReadOnlyList<DataValue> values) => new(path, YamlFile.Read(new YamlSource("", path))) { _values = values, _settings = values };

    public const int MostCharacters = 8_000_000;

    /// <summary>It was not read: nothing is known of it.</summary>
    public bool IsTooLarge { get; private init; }
}
