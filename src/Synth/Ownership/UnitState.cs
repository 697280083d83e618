namespace GitOps;

/// <summary>One unit (a folder with an ownership manifest) as the run will leave it.</summary>
internal sealed class UnitState(string folder)
{
    public string Folder { get; } = folder;

    public string ManifestPath { get; } = TreePath.Join(folder, OwnershipManifest.FileName);

    /// <summary>The manifest's lines after the run; sorted once the comparison is done.</summary>
    public List<ManifestLine> Lines { get; } = [];

    public List<FileChange> Changes { get; } = [];

    /// <summary>Whether the manifest on disk differs from <see cref="Lines"/>; kept up to date while the tree is written.</summary>
    public bool ManifestChanges { get; set; }

    /// <summary>A planned or listed path as the manifest writes it.</summary>
    public string Relative(string path) => Folder.Length == 0 ? path : path[(Folder.Length + 1)..];
}
