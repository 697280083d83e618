using System.Diagnostics;
using System.Text.Json;

namespace GitOps.Tests;

/// <summary>A tree on disk, for the tool that builds it as Flux does.</summary>
internal sealed class WrittenTree : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("gitops-constructs").FullName;

    public WrittenTree(IEnumerable<KeyValuePair<string, string>> files)
    {
        foreach (var (file, text) in files)
        {
            var full = Path.Combine(path, file);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }
    }

    /// <summary>The names of the built objects; there must be no error.</summary>
    public IReadOnlyList<string> Build()
    {
        var result = Path.Combine(path, "built.json");
        var start = new ProcessStartInfo("python3", [Path.Combine(SharedData.Root, "tools", "flux_build.py"), path, "--root", "kubernetes/flux/cluster", "--out", result]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, output + error.GetAwaiter().GetResult());
        using var built = JsonDocument.Parse(File.ReadAllText(result));
        built.RootElement.GetProperty("errors").GetArrayLength().Should().Be(0);
        return [.. built.RootElement.GetProperty("objects").EnumerateObject().Select(static item => item.Name)];
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
