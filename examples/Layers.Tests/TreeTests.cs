using System.Collections.Concurrent;
using System.Text.Json;
using GitOps.Tests;

namespace Layers.Tests;

/// <summary>The tree beside this project is what synth writes, and what kustomize and Flux take.</summary>
public sealed class TreeTests
{
    private static readonly string Example = Path.Combine(SharedData.RepositoryRoot, "examples", "Layers");

    private static readonly RenderedTree Tree = Synth.Render<Home>();

    [Fact]
    public void The_committed_tree_is_what_synth_writes()
    {
        foreach (var (path, text) in Tree.Files)
            File.ReadAllText(Path.Combine(Example, path)).Should().Be(text, $"'dotnet run synth' writes {path}");
    }

    [Fact]
    public void Nothing_else_lies_in_the_tree_but_encrypted_Secrets() =>
        FilesBelow("gitops").Where(static path => Path.GetFileName(path) is not ".gitops" && !path.EndsWith(".sops.yaml", StringComparison.Ordinal)).Should().BeEquivalentTo(Tree.Files.Keys);

    /// <summary>With the repository as it lies on disk.</summary>
    [Fact]
    public async Task No_rule_has_anything_to_say_and_check_finds_the_tree_up_to_date()
    {
        var (output, error) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        using var findings = new StringWriter();
        try
        {
            Console.SetOut(said);
            Console.SetError(findings);
            (await FluxCluster.RunAsync<Home>(["check"])).Should().Be(0);
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }

        findings.ToString().Should().BeEmpty();
        said.ToString().Should().Contain("up to date");
    }

    [KubectlFact]
    public async Task Every_directory_builds_with_kustomize()
    {
        var folders = FilesBelow("gitops").Where(static path => Path.GetFileName(path) == "kustomization.yaml").Select(static path => Path.GetDirectoryName(path)!).ToList();
        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(folders, (folder, _) =>
        {
            var (exitCode, said) = Shell.Run(Example, "kubectl", "kustomize", folder);
            if (exitCode != 0)
                faults.Add($"{folder}: {said}");
            return ValueTask.CompletedTask;
        });

        folders.Should().HaveCount(16);
        faults.Should().BeEmpty();
    }

    [SharedFact]
    public void Flux_builds_the_tree()
    {
        var result = Path.GetTempFileName();
        try
        {
            Shell.Must(Example, "python3", Path.Combine(SharedData.Root, "tools", "flux_build.py"), Example, "--root", "gitops/flux-system", "--out", result);

            using var built = JsonDocument.Parse(File.ReadAllText(result));
            built.RootElement.GetProperty("errors").GetArrayLength().Should().Be(0);
            built.RootElement.GetProperty("owned_twice").GetArrayLength().Should().Be(0);
            var kustomizations = built.RootElement.GetProperty("kustomizations");
            foreach (var (name, objects) in new[] { ("infrastructure", 12), ("databases", 6), ("apps", 8) })
                kustomizations.GetProperty($"flux-system/{name}").GetProperty("nobjs").GetInt32().Should().Be(objects, name);
        }
        finally
        {
            File.Delete(result);
        }
    }

    private static IEnumerable<string> FilesBelow(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Example, folder), "*", SearchOption.AllDirectories).Select(static path => Path.GetRelativePath(Example, path).Replace('\\', '/'));
}
