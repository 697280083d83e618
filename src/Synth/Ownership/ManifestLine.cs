namespace GitOps;

/// <summary>One line of an ownership manifest: synth wrote this file with this hash.</summary>
/// <param name="Path">Relative to the manifest's folder.</param>
internal readonly record struct ManifestLine(string Path, ulong Hash) : IComparable<ManifestLine>
{
    public int CompareTo(ManifestLine other)
    {
        var byPath = string.CompareOrdinal(Path, other.Path);
        return byPath != 0 ? byPath : Hash.CompareTo(other.Hash);
    }
}
