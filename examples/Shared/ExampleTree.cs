using System.Collections.Concurrent;
using System.Text.Json;

namespace GitOps.Tests;

/// <summary>The committed tree of an example, and its judges.</summary>
internal sealed class ExampleTree(string example)
{
    private string Root { get; } = Path.Combine(SharedData.RepositoryRoot, "examples", example);

    public string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public IEnumerable<string> FilesBelow(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'));

    /// <summary>Runs <c>check</c> over the repository as it lies on disk: all is up to date, and nothing is said.</summary>
    public static async Task Check(Func<string[], Task<int>> program)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        using var findings = new StringWriter();
        try
        {
            Console.SetOut(said);
            Console.SetError(findings);
            (await program(["check"])).Should().Be(0);
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }

        findings.ToString().Should().BeEmpty();
        said.ToString().Should().Contain("up to date");
    }

    /// <summary>Builds every folder that has a kustomization.yaml with real kustomize.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> Kustomize(IEnumerable<string> files)
    {
        var folders = files.Where(static path => Path.GetFileName(path) == "kustomization.yaml").Select(static path => Path.GetDirectoryName(path)!).ToList();
        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(folders, (folder, _) =>
        {
            var (exitCode, said) = Shell.Run(Root, "kubectl", "kustomize", folder);
            if (exitCode != 0)
                faults.Add($"{folder}: {said}");
            return ValueTask.CompletedTask;
        });

        faults.Should().BeEmpty();
        return folders.Count;
    }

    /// <summary>What an independent build makes of the tree as Flux would; it has no errors, and no object has two owners.</summary>
    public JsonElement FluxBuild(string root)
    {
        var result = Path.GetTempFileName();
        try
        {
            Shell.Must(Root, "python3", Path.Combine(SharedData.Root, "tools", "flux_build.py"), Root, "--root", root, "--out", result);
            using var built = JsonDocument.Parse(File.ReadAllText(result));
            built.RootElement.GetProperty("errors").GetArrayLength().Should().Be(0);
            built.RootElement.GetProperty("owned_twice").GetArrayLength().Should().Be(0);
            return built.RootElement.Clone();
        }
        finally
        {
            File.Delete(result);
        }
    }
}
