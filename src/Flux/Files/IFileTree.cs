namespace GitOps;

/// <summary>The repository's files as whoever calls sees them: on disk for synth, as additional files for the compiler. Paths are relative, with forward slashes.</summary>
internal interface IFileTree
{
    /// <summary>A file's text, or <see langword="null"/> when it is not there.</summary>
    string? Read(string path);

    /// <summary>Whether a folder is there; the root is the empty path.</summary>
    bool HasFolder(string path);

    /// <summary>The paths of all files below a folder, in ordinal order.</summary>
    IReadOnlyList<string> FilesBelow(string folder);
}
