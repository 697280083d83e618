namespace GitOps;

internal enum ManifestFileOrigin
{
    Beside,
    InTree,
    Remote,
    Text,
}

/// <summary>A file as an entry of kustomization.yaml: a resource, a component's input, or a generator's file. Made by <see cref="Files"/>.</summary>
public sealed class ManifestFile : ManifestItem
{
    internal ManifestFile(string path, ManifestFileOrigin origin, string file, int line)
        : base(file, line)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = path;
        Origin = origin;
    }

    /// <summary>The path or URL as given.</summary>
    public string Path { get; }

    internal ManifestFileOrigin Origin { get; }

    internal string? Text { get; init; }

    /// <summary>Whether it must be encrypted by SOPS.</summary>
    internal bool IsEncrypted { get; init; }
}
