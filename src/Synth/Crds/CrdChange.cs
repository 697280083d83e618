namespace GitOps;

/// <summary>What becomes of one file of definitions.</summary>
/// <param name="Path">Relative to the repository's root.</param>
/// <param name="Before">The versions that stood there, or <see langword="null"/> when there was no file.</param>
/// <param name="IsSame">What stands there says the same: it is left as it is.</param>
internal sealed record CrdChange(CrdFile File, string Path, IReadOnlyList<string>? Before, bool IsSame)
{
    /// <summary>The change in words, for the line that names the file.</summary>
    public string Words
    {
        get
        {
            if (Before is null)
                return $"{File.Kind} {string.Join(", ", File.Versions)}";
            var added = File.Versions.Except(Before, StringComparer.Ordinal).ToList();
            var removed = Before.Except(File.Versions, StringComparer.Ordinal).ToList();
            return (added.Count, removed.Count) switch
            {
                (0, 0) => $"{File.Kind} {string.Join(", ", File.Versions)}: the same versions, other fields",
                (_, 0) => $"{File.Kind}: adds {string.Join(", ", added)}",
                (0, _) => $"{File.Kind}: removes {string.Join(", ", removed)}",
                _ => $"{File.Kind}: adds {string.Join(", ", added)}, removes {string.Join(", ", removed)}",
            };
        }
    }
}
