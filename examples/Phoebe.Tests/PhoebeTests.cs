using GitOps.Tests;

namespace Phoebe.Tests;

/// <summary>What the components of this cluster bring.</summary>
public sealed class PhoebeTests
{
    private static readonly RenderedTree Tree = Synth.Render<PhoebeCluster>();

    [Fact]
    public void An_app_hands_its_variables_to_the_Kustomizations_that_its_components_bring()
    {
        Tree.Kustomization("dev", "forgejo").Substitute.Should().Equal(new Dictionary<string, string>
        {
            ["APP"] = "forgejo",
            ["NAMESPACE"] = "dev",
            ["REDIS_MEMORY"] = "512Mi",
            ["VOLSYNC_CAPACITY"] = "50Gi",
        });
        Tree.Kustomization("default", "vaultwarden").Substitute.Should().Contain("DATABASE_OWNER", "vault");
    }

    [Fact]
    public void A_component_brings_the_dependency_of_its_own() =>
        Tree.AllKustomizations.Where(static app => app.Components.Any(static path => path.EndsWith("/postgres", StringComparison.Ordinal))).Should().HaveCount(4)
            .And.OnlyContain(static app => app.DependsOn.Contains("database/database-store"));

    [Fact]
    public void An_app_can_wait_for_what_another_apps_component_brings() => Tree.Kustomization("dev", "forgejo-runner").DependsOn.Should().Equal("dev/forgejo-db");

    /// <summary>Built as Flux does it, each app with a database has one in the cluster's namespace, and each volume its backup.</summary>
    [SharedFact]
    public void The_nested_Kustomizations_make_their_objects_where_they_belong()
    {
        var built = new ExampleTree("Phoebe").FluxBuild("kubernetes/flux/cluster");
        var names = built.GetProperty("kustomizations").EnumerateObject().Select(static kustomization => kustomization.Name);

        names.Should().Contain(["dev/forgejo-db", "dev/forgejo-redis", "dev/forgejo-volsync", "default/paperless-db", "default/paperless-redis", "default/paperless-volsync", "default/atuin-db", "default/vaultwarden-db", "default/vaultwarden-volsync"]);
        foreach (var (app, owner) in new[] { ("vaultwarden", "vault"), ("paperless", "app") })
            built.GetProperty("objects").GetProperty($"postgresql.cnpg.io|Database|database|{app}").GetProperty("spec").GetProperty("owner").GetString().Should().Be(owner, app);
    }
}
