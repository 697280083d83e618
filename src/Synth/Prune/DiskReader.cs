using System.Text;

namespace GitOps;

/// <summary>Reads YAML from disk for the guard: what cannot be read says nothing.</summary>
internal sealed class DiskReader(IFileSystem disk)
{
    private static readonly string[] KustomizationFiles = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    private readonly Dictionary<string, YamlMapping?> kustomizations = new(StringComparer.Ordinal);

    public IEnumerable<YamlMapping> Documents(string path) => Documents(disk.Read(path));

    public static IEnumerable<YamlMapping> Documents(byte[] content)
    {
        foreach (var document in YamlFile.Read(Encoding.UTF8.GetString(content)).Documents)
            if (document.Mapping is { } mapping)
                yield return mapping;
    }

    public DiskEntryKind Kind(string path)
    {
        var kind = disk.Kind(path);
        return kind == DiskEntryKind.Link && disk.LinkTarget(path) is { } target ? disk.Kind(target) : kind;
    }

    public byte[] Bytes(string path) => disk.Read(path);

    public IEnumerable<(string Path, DiskEntryKind Kind)> List(string folder) => disk.List(folder);

    /// <summary>A folder's kustomization.yaml under any of its names, or <see langword="null"/>.</summary>
    public YamlMapping? KustomizationOf(string folder)
    {
        if (kustomizations.TryGetValue(folder, out var known)) return known;
        foreach (var name in KustomizationFiles)
        {
            var path = TreePath.Join(folder, name);
            if (Kind(path) != DiskEntryKind.File) continue;
            foreach (var document in Documents(path))
                return kustomizations[folder] = document;
        }
        return kustomizations[folder] = null;
    }

    /// <summary>The namespace that the kustomization.yaml files around a file set: the outermost wins.</summary>
    public string? NamespaceAround(string path, IReadOnlyList<string> roots)
    {
        string? found = null;
        for (var folder = TreePath.FolderOf(path); folder.Length > 0 && IsInOneOf(folder, roots); folder = TreePath.FolderOf(folder))
            found = KustomizationOf(folder)?.Text("namespace") ?? found;
        return found;
    }

    private static bool IsInOneOf(string folder, IReadOnlyList<string> roots)
    {
        foreach (var root in roots)
            if (TreePath.IsIn(folder, root)) return true;
        return false;
    }
}
