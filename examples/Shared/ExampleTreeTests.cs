namespace GitOps.Tests;

/// <summary>What must hold of an example with one cluster: the committed tree is what synth writes, no rule has anything to say of it, and kustomize and Flux take it.</summary>
/// <param name="example">The folder below <c>examples</c>.</param>
/// <param name="fluxRoot">Where Flux starts, below the example.</param>
/// <param name="folders">The folders of the tree that synth writes, below the example.</param>
/// <param name="isByHand">Whether a file of the tree is its author's.</param>
public abstract class ExampleTreeTests<TCluster>(string example, string fluxRoot, string[] folders, Func<string, bool> isByHand)
    where TCluster : FluxCluster, new()
{
    private static readonly RenderedTree Written = Synth.Render<TCluster>();

    private readonly ExampleTree tree = new(example);

    [Fact]
    public void The_committed_tree_is_what_synth_writes()
    {
        foreach (var (path, text) in Written.Files)
            tree.Text(path).Should().Be(text, $"'dotnet run synth' writes {path}");
    }

    [Fact]
    public void Nothing_else_lies_in_the_tree_but_what_is_kept_by_hand() =>
        folders.SelectMany(tree.FilesBelow).Where(path => Path.GetFileName(path) != ".gitops" && !isByHand(path))
            .Should().BeEquivalentTo(Written.Files.Keys.Where(path => folders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal))));

    [Fact]
    public Task No_rule_has_anything_to_say_and_check_finds_the_tree_up_to_date() => ExampleTree.Check(FluxCluster.RunAsync<TCluster>);

    [KubectlFact]
    public async Task Every_folder_builds_with_kustomize() => (await tree.Kustomize(folders.SelectMany(tree.FilesBelow))).Should().BeGreaterThan(5);

    [SharedFact]
    public void Flux_builds_every_Kustomization() =>
        tree.FluxBuild(fluxRoot).GetProperty("kustomizations").EnumerateObject().Select(static kustomization => kustomization.Name)
            .Should().Contain(Written.AllKustomizations.Select(static app => $"{app.Namespace}/{app.Name}"));
}
