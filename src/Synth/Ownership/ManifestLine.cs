namespace GitOps;

/// <summary>One line of an ownership manifest: synth wrote this file with this hash.</summary>
/// <param name="Path">Relative to the manifest's folder.</param>
/// <remarks>A class on purpose, like the other small values of a run: collections of structs are compiled anew for each of them, which costs a small project more than its files.</remarks>
internal sealed record ManifestLine(string Path, ulong Hash) : IComparable<ManifestLine>
{
    public int CompareTo(ManifestLine? other)
    {
        if (other is null) return 1;
        var byPath = string.CompareOrdinal(Path, other.Path);
        return byPath != 0 ? byPath : Hash.CompareTo(other.Hash);
    }
}
