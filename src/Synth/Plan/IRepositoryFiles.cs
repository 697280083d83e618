namespace GitOps;

/// <summary>The repository on disk, read only. All paths are relative to its root, with forward slashes.</summary>
internal interface IRepositoryFiles
{
    bool FileExists(string path);

    bool FolderExists(string path);

    /// <summary>The bytes of a file, or <see langword="null"/> when there is none.</summary>
    byte[]? Read(string path);

    /// <summary>The paths of the files directly in a folder, in ordinal order; none when there is no such folder.</summary>
    IReadOnlyList<string> FilesIn(string folder);

    /// <summary>The paths of the folders directly in a folder, in ordinal order.</summary>
    IReadOnlyList<string> FoldersIn(string folder);

    /// <summary>Whether synth wrote this file in an earlier run: a listing of hand-written files leaves it out.</summary>
    bool IsOwned(string path);
}
