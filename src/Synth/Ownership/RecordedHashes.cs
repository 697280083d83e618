namespace GitOps;

/// <summary>What the manifests on disk say of one file: usually one hash, several after an interrupted run or a merge.</summary>
/// <param name="Unit">The folder whose manifest lists the file.</param>
internal sealed record RecordedHashes(string Unit, ulong First, ulong[]? More = null)
{
    public bool Has(ulong hash) => First == hash || (More is not null && Array.IndexOf(More, hash) >= 0);

    public RecordedHashes With(ulong hash) => Has(hash) ? this : this with { More = More is null ? [hash] : [.. More, hash] };

    public void AddTo(List<ManifestLine> lines, string path)
    {
        lines.Add(new ManifestLine(path, First));
        if (More is null) return;
        foreach (var hash in More) lines.Add(new ManifestLine(path, hash));
    }
}
