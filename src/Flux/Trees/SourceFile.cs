namespace GitOps;

/// <summary>A file of the tree, read once.</summary>
internal sealed class SourceFile
{
    private IReadOnlyList<DataValue>? _values;

    private SourceFile(string path, YamlFile file)
    {
        Path = path;
        File = file;
    }

    public string Path { get; }

    public YamlFile File { get; }

    /// <summary>The documents that hold something, each value's origin its node.</summary>
    public IReadOnlyList<DataValue> Values => _values ??= [.. File.Documents.Where(static document => document.Root is not null).Select(static document => YamlData.Of(document.Root))];

    /// <summary>The first fault after which nothing more was read, or <see langword="null"/>.</summary>
    public YamlFault? Unreadable => File.Faults.FirstOrDefault(static fault => fault.Kind != YamlFaultKind.DuplicateKey);

    public static SourceFile Read(string path, string text, CancellationToken cancellation)
    {
        // A text of tens of megabytes is no manifest; YAML needs some forty times its size in memory.
        if (text.Length > MostCharacters)
            return new(path, YamlFile.Read(new YamlSource("", path), cancellation)) { IsTooLarge = true };
        var file = new SourceFile(path, YamlFile.Read(new YamlSource(text, path), cancellation));
        _ = file.Values;
        return file;
    }

    public const int MostCharacters = 8_000_000;

    /// <summary>It was not read: nothing is known of it.</summary>
    public bool IsTooLarge { get; private init; }
}
