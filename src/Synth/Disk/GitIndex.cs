namespace GitOps;

/// <summary>Asks Git for what its index keeps of a conflicted file.</summary>
internal static class GitIndex
{
    /// <param name="root">The repository's root, or a folder inside it.</param>
    /// <param name="path">Relative to that folder.</param>
    /// <param name="stage">2 is ours, 3 is theirs.</param>
    /// <returns><see langword="null"/> when there is no Git, or it knows no such stage.</returns>
    public static byte[]? Read(string root, string path, int stage) => GitProgram.Run(root, "cat-file", "blob", $":{stage}:./{path}");
}
