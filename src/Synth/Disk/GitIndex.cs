using System.ComponentModel;
using System.Diagnostics;

namespace GitOps;

/// <summary>Asks Git for what its index keeps of a conflicted file.</summary>
internal static class GitIndex
{
    /// <param name="root">The repository's root, or a folder inside it.</param>
    /// <param name="path">Relative to that folder.</param>
    /// <param name="stage">2 is ours, 3 is theirs.</param>
    /// <returns><see langword="null"/> when there is no Git, or it knows no such stage.</returns>
    public static byte[]? Read(string root, string path, int stage)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (ReadOnlySpan<string>)["cat-file", "blob", $":{stage}:./{path}"]) start.ArgumentList.Add(argument);
        try
        {
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += static (_, _) => { };
            git.BeginErrorReadLine();
            using var content = new MemoryStream();
            git.StandardOutput.BaseStream.CopyTo(content);
            git.WaitForExit();
            return git.ExitCode == 0 ? content.ToArray() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
