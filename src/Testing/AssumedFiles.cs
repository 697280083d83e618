namespace GitOps;

/// <summary>A repository of which nothing is known: no neighbours, and every folder that is asked for is there.</summary>
internal sealed class AssumedFiles : IRepositoryFiles
{
    public bool FileExists(string path) => false;

    public bool FolderExists(string path) => true;

    public byte[]? Read(string path) => null;

    public IReadOnlyList<string> FilesIn(string folder) => [];

    public IReadOnlyList<string> FoldersIn(string folder) => [];

    public bool IsOwned(string path) => false;
}
