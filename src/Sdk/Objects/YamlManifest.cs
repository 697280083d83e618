namespace GitOps;

/// <summary>Objects as YAML text, written byte for byte (line endings become <c>\n</c>). Made by <see cref="Manifest.Yaml"/>.</summary>
public sealed class YamlManifest : ManifestItem
{
    internal YamlManifest(string yaml, string? fileName, string file, int line)
        : base(file, line)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        Yaml = yaml;
        FileName = fileName;
    }

    /// <summary>The text as given.</summary>
    public string Yaml { get; }

    /// <summary>The file it goes to, or <see langword="null"/> for the default.</summary>
    public string? FileName { get; }
}
