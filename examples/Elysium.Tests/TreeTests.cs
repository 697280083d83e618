using GitOps.Tests;

namespace Elysium.Tests;

/// <summary>The tree beside this project is what synth writes for both clusters, and what kustomize and Flux take.</summary>
public sealed class TreeTests
{
    // What is written by hand beside what synth writes.
    private static readonly string[] ByHand = ["/config-map.yaml", "/sealed-secrets.yaml", "-sealed-secret.yaml"];

    // Lists what lies beside it on disk too, so only a synth over the disk writes it whole.
    private static readonly string[] Lists = ["clusters/kyrion/kustomization.yaml", "clusters/styx/kustomization.yaml"];

    private static readonly Dictionary<string, string> Written = Files(Synth.Render<Kyrion>(), Synth.Render<Styx>());

    private readonly ExampleTree tree = new("Elysium");

    [Fact]
    public void The_committed_tree_is_what_synth_writes()
    {
        foreach (var (path, text) in Written)
            if (!Lists.Contains(path))
                tree.Text(path).Should().Be(text, $"'dotnet run synth' writes {path}");
    }

    [Fact]
    public void Nothing_else_lies_in_the_tree_but_what_is_written_by_hand() =>
        InTree.Where(static path => Path.GetFileName(path) is not (".gitops" or "gitops.root" or "README.md" or "renovate.json"))
            .Where(static path => !ByHand.Any(end => path.EndsWith(end, StringComparison.Ordinal))).Should().BeEquivalentTo(Written.Keys);

    [Fact]
    public Task No_rule_has_anything_to_say_and_check_finds_the_tree_up_to_date() => ExampleTree.Check(FluxCluster.RunAsync<Kyrion, Styx>);

    [KubectlFact]
    public async Task Every_directory_builds_with_kustomize() => (await tree.Kustomize(InTree)).Should().BeGreaterThan(70);

    [SharedTheory]
    [InlineData("kyrion", 9)]
    [InlineData("styx", 7)]
    public void Flux_builds_the_tree_of_each_cluster(string cluster, int kustomizations)
    {
        var built = tree.FluxBuild($"clusters/{cluster}");

        built.GetProperty("kustomizations").EnumerateObject().Should().HaveCount(kustomizations).And.OnlyContain(static one => one.Value.GetProperty("nobjs").GetInt32() > 0);
        var release = built.GetProperty("objects").GetProperty("helm.toolkit.fluxcd.io|HelmRelease|n8n|n8n").GetProperty("spec").GetProperty("values");
        release.GetProperty("vars").GetProperty("N8N_HOST").GetString().Should().Be($"n8n-{cluster}");
        release.GetProperty("resources").GetProperty("limits").GetProperty("memory").GetString().Should().Be(cluster == "styx" ? "512Mi" : "1Gi");
    }

    // The project lies in the tree's root too.
    private IEnumerable<string> InTree => tree.FilesBelow("").Where(static path => !path.StartsWith("src/", StringComparison.Ordinal));

    private static Dictionary<string, string> Files(params IEnumerable<RenderedTree> trees) =>
        trees.SelectMany(static tree => tree.Files).GroupBy(static file => file.Key, StringComparer.Ordinal).ToDictionary(static same => same.Key, static same => same.First().Value, StringComparer.Ordinal);
}
