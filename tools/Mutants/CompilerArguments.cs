using System.Diagnostics;
using System.Text.Json;

namespace GitOps.Mutants;

/// <summary>What MSBuild would hand to the compiler.</summary>
internal static class CompilerArguments
{
    public static IReadOnlyList<string> Of(string projectFolder)
    {
        var project = Directory.EnumerateFiles(projectFolder, "*.csproj").Single();
        var output = Run(projectFolder, "msbuild", project, "-nologo", "-v:q", "-t:Compile", "-p:BuildProjectReferences=false", "-p:SkipCompilerExecution=true",
            // CoreCompile runs only when an input is newer than the output: one that does not exist always is.
            "-p:ProvideCommandLineArgs=true", "-p:NonExistentFile=__none__/__none__", "-getItem:CscCommandLineArgs");
        using var document = JsonDocument.Parse(output);
        return [.. document.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(static item => item.GetProperty("Identity").GetString()!)];
    }

    /// <summary>Runs dotnet to its end; a failure is thrown with what it printed.</summary>
    public static string Run(string folder, params string[] arguments)
    {
        var (exitCode, output) = TryRun(folder, arguments);
        return exitCode == 0 ? output : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
    }

    public static (int ExitCode, string Output) TryRun(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var name in new[] { "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly", "DOTNET_HOST_PATH" })
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
