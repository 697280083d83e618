namespace GitOps;

/// <summary>What the renderer may know of the machine.</summary>
/// <param name="Files">The repository as it stands on disk, to read hand-written neighbours and the author's files.</param>
internal sealed record RenderOptions(IRepositoryFiles Files)
{
    /// <summary>Whether the rules judge what was rendered. Default: they do.</summary>
    public bool Checks { get; init; } = true;

    /// <summary>Whether <see cref="Files"/> shows all there is. Without the repository nothing is said of what may lie in it. Default: it does.</summary>
    public bool IsWholeRepository { get; init; } = true;

    /// <summary>Whether the objects are kept after they are written, for typed queries. Default: they are not, for those of thousands of apps are a lot of memory.</summary>
    public bool KeepsObjects { get; init; }

    /// <summary>Reads a file of the author's project, by its path relative to the project; <see langword="null"/> when there is none.</summary>
    public Func<string, byte[]?> ReadProjectFile { get; init; } = static _ => null;
}
