using System.Diagnostics;
using System.Text;

namespace GitOps.Tests;

/// <summary>Runs a program to its end and keeps what it printed.</summary>
internal static class Shell
{
    public static (int ExitCode, string Output) Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A build inside a test run inherits what MSBuild set for that run.
        foreach (var name in new[] { "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly", "DOTNET_HOST_PATH" })
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["NO_COLOR"] = "1";
        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return (process.ExitCode, output.ToString());

        void Append(string? line)
        {
            if (line is not null)
                lock (output)
                    output.AppendLine(line);
        }
    }

    public static string Must(string folder, string program, params string[] arguments)
    {
        var (exitCode, output) = Run(folder, program, arguments);
        exitCode.Should().Be(0, "'{0} {1}' printed:\n{2}", program, string.Join(' ', arguments), output);
        return output;
    }

    /// <summary>Ends the compiler server of a pipe, where processes can be told by what they were started with; elsewhere it ends by itself.</summary>
    public static void StopCompilerServer(string pipe)
    {
        if (!Directory.Exists("/proc"))
            return;
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(static folder => int.TryParse(Path.GetFileName(folder), out _)))
        {
            try
            {
                if (File.ReadAllText(Path.Combine(folder, "cmdline")).Contains("-pipename:" + pipe, StringComparison.Ordinal))
                    Process.GetProcessById(int.Parse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture)).Kill();
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or ArgumentException)
            {
                // It ended meanwhile, or is another user's.
            }
        }
    }
}
