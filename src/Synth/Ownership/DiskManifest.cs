namespace GitOps;

/// <summary>An ownership manifest as it stands on disk.</summary>
internal sealed class DiskManifest
{
    public byte[] Content { get; set; } = [];

    public List<ManifestLine> Lines { get; } = [];
}
