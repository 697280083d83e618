namespace GitOps;

/// <summary>The files of one folder with a kustomization.yaml, collected while its manifests are rendered.</summary>
internal sealed class FolderContent(string folder)
{
    private readonly Dictionary<string, FindingPlace?> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<ObjectId, FindingPlace?> objects = [];

    /// <summary>The folder, relative to the repository's root.</summary>
    public string Folder { get; } = folder;

    /// <summary>The entries of <c>resources</c>, with their comments.</summary>
    public List<(string Path, string? Comment)> Resources { get; } = [];

    public List<ConfigMapGenerator> ConfigMaps { get; } = [];

    public List<SecretGenerator> Secrets { get; } = [];

    /// <summary>Takes a file name; false when another file has it, whatever its case.</summary>
    public bool Claim(string path, FindingPlace? place, out FindingPlace? other)
    {
        if (files.TryGetValue(path, out other))
            return false;
        files.Add(path, place);
        return true;
    }

    /// <summary>Takes the identity of an object; false when another object has it.</summary>
    public bool Claim(ObjectId id, FindingPlace? place, out FindingPlace? other)
    {
        if (objects.TryGetValue(id, out other))
            return false;
        objects.Add(id, place);
        return true;
    }

    public bool IsTaken(string path) => files.ContainsKey(path);
}

/// <summary>What makes an object one of its own for kustomize.</summary>
/// <param name="Namespace">As it is written, or <see langword="null"/>.</param>
internal readonly record struct ObjectId(string Group, string Kind, string? Namespace, string Name);
