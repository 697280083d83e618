namespace Layers.Tests;

/// <summary>What this home promises of its order.</summary>
public sealed class HomeTests
{
    private static readonly RenderedTree Tree = Synth.Render<Home>();

    [Theory]
    [InlineData("infrastructure", "./gitops/infrastructure", "")]
    [InlineData("databases", "./gitops/apps/databases", "flux-system/infrastructure")]
    [InlineData("apps", "./gitops/apps/applications", "flux-system/databases")]
    public void Each_layer_waits_for_the_one_before(string layer, string path, string dependsOn)
    {
        var kustomization = Tree.Kustomization("flux-system", layer);

        kustomization.Path.Should().Be(path);
        string.Join(' ', kustomization.DependsOn).Should().Be(dependsOn);
        kustomization.Field("interval").Should().Be("10m");
    }

    [Theory]
    [InlineData("infrastructure", "cert-manager")]
    [InlineData("databases", "postgres", "redis")]
    [InlineData("apps", "authentik", "gitea")]
    public void A_layer_is_ready_when_its_releases_are(string layer, params string[] releases)
    {
        var text = Tree.KustomizationFile("flux-system", layer);

        text.Split("kind: HelmRelease\n      name: ").Skip(1).Select(static rest => rest[..rest.IndexOf('\n', StringComparison.Ordinal)]).Should().Equal(releases);
    }

    [Fact]
    public void Every_layer_decrypts_by_itself_for_flux_bootstrap_writes_its_own_file_anew()
    {
        foreach (var layer in new[] { "infrastructure", "databases", "apps" })
            Tree.KustomizationFile("flux-system", layer).Should().Contain("  decryption:\n    provider: sops\n    secretRef:\n      name: sops-age\n");
        Tree.Files["gitops/flux-system/gotk-sync.yaml"].Should().Contain("path: ./gitops/flux-system\n").And.NotContain("patches");
    }

    [Fact]
    public void Every_chart_has_a_fixed_version() => Tree.All<OCIRepository>().Should().HaveCount(5).And.OnlyContain(chart => chart.Spec!.Ref!.Tag != null);

    [Fact]
    public void No_field_is_null_by_accident() => Tree.Files.Values.Should().NotContain(static text => text.Contains(": null\n", StringComparison.Ordinal));

    [Fact]
    public void The_home_has_no_warnings() => Tree.Warnings.Should().BeEmpty();
}
