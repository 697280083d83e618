namespace GitOps;

/// <summary>What the renderer may know of the machine.</summary>
/// <param name="Files">The repository as it stands on disk, to read hand-written neighbours and the author's files.</param>
internal sealed record RenderOptions(IRepositoryFiles Files);
