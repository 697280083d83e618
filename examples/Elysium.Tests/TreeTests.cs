using System.Collections.Concurrent;
using System.Text.Json;
using GitOps.Tests;

namespace Elysium.Tests;

/// <summary>The tree beside this project is what synth writes, and what kustomize and Flux take.</summary>
public sealed class TreeTests
{
    private static readonly string Example = Path.Combine(SharedData.RepositoryRoot, "examples", "Elysium");

    // What is written by hand beside what synth writes.
    private static readonly string[] ByHand = ["/config-map.yaml", "/sealed-secrets.yaml", "-sealed-secret.yaml"];

    // Lists what lies beside it on disk too, so only a synth over the disk writes it whole.
    private static readonly string[] Lists = ["clusters/kyrion/kustomization.yaml", "clusters/styx/kustomization.yaml"];

    private static readonly Dictionary<string, string> Written = Files(Synth.Render<Kyrion>(), Synth.Render<Styx>());

    [Fact]
    public void The_committed_tree_is_what_synth_writes()
    {
        foreach (var (path, text) in Written)
            if (!Lists.Contains(path))
                File.ReadAllText(Path.Combine(Example, path)).Should().Be(text, $"'dotnet run synth' writes {path}");
    }

    [Fact]
    public void Nothing_else_lies_in_the_tree_but_what_is_written_by_hand() =>
        FilesBelow("").Where(static path => !path.StartsWith("src/", StringComparison.Ordinal) && Path.GetFileName(path) is not (".gitops" or "gitops.root" or "README.md"))
            .Where(static path => !ByHand.Any(end => path.EndsWith(end, StringComparison.Ordinal))).Should().BeEquivalentTo(Written.Keys);

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
            (await FluxCluster.RunAsync<Kyrion, Styx>(["check"])).Should().Be(0);
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
        var folders = FilesBelow("").Where(static path => Path.GetFileName(path) == "kustomization.yaml" && !path.StartsWith("src/", StringComparison.Ordinal)).Select(static path => Path.GetDirectoryName(path)!).ToList();
        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(folders, (folder, _) =>
        {
            var (exitCode, said) = Shell.Run(Example, "kubectl", "kustomize", folder);
            if (exitCode != 0)
                faults.Add($"{folder}: {said}");
            return ValueTask.CompletedTask;
        });

        folders.Should().HaveCountGreaterThan(70);
        faults.Should().BeEmpty();
    }

    [SharedTheory]
    [InlineData("kyrion", 9)]
    [InlineData("styx", 7)]
    public void Flux_builds_the_tree_of_each_cluster(string cluster, int kustomizations)
    {
        var result = Path.GetTempFileName();
        try
        {
            Shell.Must(Example, "python3", Path.Combine(SharedData.Root, "tools", "flux_build.py"), Example, "--root", $"clusters/{cluster}", "--out", result);

            using var built = JsonDocument.Parse(File.ReadAllText(result));
            built.RootElement.GetProperty("errors").GetArrayLength().Should().Be(0);
            built.RootElement.GetProperty("owned_twice").GetArrayLength().Should().Be(0);
            built.RootElement.GetProperty("kustomizations").EnumerateObject().Should().HaveCount(kustomizations).And.OnlyContain(static one => one.Value.GetProperty("nobjs").GetInt32() > 0);
            var release = built.RootElement.GetProperty("objects").GetProperty("helm.toolkit.fluxcd.io|HelmRelease|n8n|n8n").GetProperty("spec").GetProperty("values");
            release.GetProperty("vars").GetProperty("N8N_HOST").GetString().Should().Be($"n8n-{cluster}");
            release.GetProperty("resources").GetProperty("limits").GetProperty("memory").GetString().Should().Be(cluster == "styx" ? "512Mi" : "1Gi");
        }
        finally
        {
            File.Delete(result);
        }
    }

    private static Dictionary<string, string> Files(params IEnumerable<RenderedTree> trees) =>
        trees.SelectMany(static tree => tree.Files).GroupBy(static file => file.Key, StringComparer.Ordinal).ToDictionary(static same => same.Key, static same => same.First().Value, StringComparer.Ordinal);

    private static IEnumerable<string> FilesBelow(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Example, folder), "*", SearchOption.AllDirectories).Select(static path => Path.GetRelativePath(Example, path).Replace('\\', '/'));
}
