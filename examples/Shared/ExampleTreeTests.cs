using System.Collections.Concurrent;
using System.Text.Json;

namespace GitOps.Tests;

/// <summary>What must hold of every example: the committed tree is what synth writes, no rule has anything to say of it, and kustomize and Flux take it.</summary>
/// <param name="example">The folder below <c>examples</c>.</param>
/// <param name="fluxRoot">Where Flux starts, below the example.</param>
/// <param name="folders">The folders of the tree, below the example.</param>
/// <param name="isByHand">Whether a file of the tree is its author's.</param>
public abstract class ExampleTreeTests<TCluster>(string example, string fluxRoot, string[] folders, Func<string, bool> isByHand)
    where TCluster : FluxCluster, new()
{
    private static readonly RenderedTree Tree = Synth.Render<TCluster>();

    private string Example => Path.Combine(SharedData.RepositoryRoot, "examples", example);

    [Fact]
    public void The_committed_tree_is_what_synth_writes()
    {
        foreach (var (path, text) in Tree.Files)
            File.ReadAllText(Path.Combine(Example, path)).Should().Be(text, $"'dotnet run synth' writes {path}");
    }

    [Fact]
    public void Nothing_else_lies_in_the_tree_but_what_is_kept_by_hand() =>
        folders.SelectMany(FilesBelow).Where(path => Path.GetFileName(path) != ".gitops" && !isByHand(path)).Should().BeEquivalentTo(Tree.Files.Keys.Where(path => folders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal))));

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
            (await FluxCluster.RunAsync<TCluster>(["check"])).Should().Be(0);
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
    public async Task Every_folder_builds_with_kustomize()
    {
        var built = folders.SelectMany(FilesBelow).Where(static path => Path.GetFileName(path) == "kustomization.yaml").Select(static path => Path.GetDirectoryName(path)!).ToList();
        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(built, (folder, _) =>
        {
            var (exitCode, said) = Shell.Run(Example, "kubectl", "kustomize", folder);
            if (exitCode != 0)
                faults.Add($"{folder}: {said}");
            return ValueTask.CompletedTask;
        });

        built.Should().HaveCountGreaterThan(5);
        faults.Should().BeEmpty();
    }

    [SharedFact]
    public void Flux_builds_the_tree_without_an_error()
    {
        var result = Path.GetTempFileName();
        try
        {
            Shell.Must(Example, "python3", Path.Combine(SharedData.Root, "tools", "flux_build.py"), Example, "--root", fluxRoot, "--out", result);

            using var built = JsonDocument.Parse(File.ReadAllText(result));
            built.RootElement.GetProperty("errors").GetArrayLength().Should().Be(0);
            built.RootElement.GetProperty("owned_twice").GetArrayLength().Should().Be(0);
            built.RootElement.GetProperty("kustomizations").EnumerateObject().Select(static kustomization => kustomization.Name).Should().Contain(Tree.AllKustomizations.Select(static app => $"{app.Namespace}/{app.Name}"));
        }
        finally
        {
            File.Delete(result);
        }
    }

    private IEnumerable<string> FilesBelow(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Example, folder), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Example, path).Replace('\\', '/'));
}
