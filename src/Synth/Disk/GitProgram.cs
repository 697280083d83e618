using System.ComponentModel;
using System.Diagnostics;

namespace GitOps;

/// <summary>Runs the user's Git.</summary>
internal static class GitProgram
{
    /// <returns>What it prints, or <see langword="null"/> when there is no Git or it refuses.</returns>
    public static byte[]? Run(string folder, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
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
