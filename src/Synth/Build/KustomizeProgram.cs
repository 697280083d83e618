using System.ComponentModel;
using System.Diagnostics;

namespace GitOps;

/// <summary>The installed kustomize, alone or inside kubectl.</summary>
/// <param name="Path">The program.</param>
/// <param name="IsKubectl">It is a command of kubectl's.</param>
internal sealed record KustomizeProgram(string Path, bool IsKubectl)
{
    private const int MostMilliseconds = 120_000;

    /// <summary>kubectl first, for most people have it; <see langword="null"/> when neither is there.</summary>
    public static KustomizeProgram? Find(string searchPath)
    {
        foreach (var name in (ReadOnlySpan<string>)["kubectl", "kustomize"])
            foreach (var folder in searchPath.Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
                if (System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name) is var program && File.Exists(program))
                    return new KustomizeProgram(program, name == "kubectl");
        return null;
    }

    /// <summary>Builds a folder as kustomize-controller does: files from outside the folder are allowed. Gives what it printed, and what it complained of.</summary>
    public (bool Succeeded, string Output, string Errors) Build(string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Path, [IsKubectl ? "kustomize" : "build", folder, "--load-restrictor", "LoadRestrictionsNone"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A remote base that wants a password must fail, and not wait for one.
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            using var stop = cancellation.Register(() => process.Kill(entireProcessTree: true));
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            if (!process.WaitForExit(MostMilliseconds))
            {
                process.Kill(entireProcessTree: true);
                return (false, "", $"it was not done after {MostMilliseconds / 1000} seconds");
            }
            cancellation.ThrowIfCancellationRequested();
            return (process.ExitCode == 0, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception refusal)
        {
            return (false, "", $"'{Path}' cannot be started: {refusal.Message}");
        }
    }
}
