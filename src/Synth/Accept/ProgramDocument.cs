namespace GitOps;

/// <summary>One text that a program was compiled from.</summary>
/// <param name="Name">Its path as the compiler saw it; <c>[CallerFilePath]</c> gives it too.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="File">The author's file on disk, or <see langword="null"/> for what the build or a generator made.</param>
internal sealed record ProgramDocument(string Name, byte[] Content, string? File)
{
    /// <summary>As messages name it: relative to the project.</summary>
    public string Shown { get; init; } = Name;
}
