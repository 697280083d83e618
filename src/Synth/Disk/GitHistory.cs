using System.Text;

namespace GitOps;

/// <summary>Asks Git for what a file was in earlier commits.</summary>
internal static class GitHistory
{
    private const int MostVersions = 50;

    /// <summary>A file as commits left it, the latest first; nothing where there is no Git.</summary>
    /// <param name="root">The repository's root, or a folder inside it.</param>
    /// <param name="path">Relative to that folder.</param>
    public static IEnumerable<byte[]> Versions(string root, string path)
    {
        if (GitProgram.Run(root, "log", $"--max-count={MostVersions}", "--format=%H", "--", path) is not { } commits)
            yield break;
        foreach (var commit in Encoding.ASCII.GetString(commits).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (GitProgram.Run(root, "cat-file", "blob", $"{commit}:./{path}") is { } content)
                yield return content;
    }
}
