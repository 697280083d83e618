using GitOps.Tests;

namespace Elysium.Tests;

/// <summary>What Flux' image automation commits into the tree is kept: on a copy of the example, with a real build.</summary>
public sealed class ImageUpdateTests
{
    private const string Release = "apps/base/n8n/helmrelease.yaml";

    [Fact]
    public void A_tag_that_Flux_has_bumped_survives_the_next_synth_and_a_change_of_the_CSharp()
    {
        using var copy = new ExampleCopy("Elysium", "src");
        copy.Build();
        copy.Run("check").Should().Contain("up to date");
        copy.Write(Release, copy.Read(Release).Replace("tag: 1.120.4 #", "tag: 1.121.0 #", StringComparison.Ordinal));
        var bumped = copy.Tree();

        copy.Run("synth");
        copy.Tree().Should().Equal(bumped);
        copy.Run("check").Should().Contain("up to date").And.NotContain("warning");

        copy.Write("src/Apps/Home/N8n.cs", copy.Read("src/Apps/Home/N8n.cs").Replace("Memory => \"1Gi\"", "Memory => \"2Gi\"", StringComparison.Ordinal));
        copy.Build();
        copy.Run("synth");
        copy.Read(Release).Should().Be(bumped[Release].Replace("memory: 1Gi", "memory: 2Gi", StringComparison.Ordinal)).And.Contain("tag: 1.121.0 #");
        copy.Run("check").Should().Contain("up to date");
    }
}
