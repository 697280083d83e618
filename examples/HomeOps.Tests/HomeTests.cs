namespace HomeOps.Tests;

/// <summary>How a home tests its own apps: render in memory, ask for objects by type, namespace and name, and say what must hold.</summary>
public sealed class HomeTests
{
    private static readonly RenderedTree Tree = Synth.Render<Home>();

    [Fact]
    public void Sonarr_is_reached_through_the_internal_gateway_only()
    {
        var route = Tree.Get<HelmRelease>("media", "sonarr").Spec!.Values!["route"]["app"];

        route["hostnames"].Select(host => host.Scalar).Should().Equal($"sonarr.{ClusterSecrets.SecretDomain}");
        Tree.Files["kubernetes/apps/media/sonarr/app/helmrelease.yaml"].Should().Contain(
            """
                    parentRefs:
                      - name: envoy-internal
                        namespace: network
            """).And.NotContain("envoy-external");
    }

    [Theory]
    [InlineData("bazarr")]
    [InlineData("prowlarr")]
    [InlineData("qbittorrent")]
    [InlineData("radarr")]
    [InlineData("sonarr")]
    public void Nobody_reaches_the_media_apps_without_a_login(string app) =>
        Tree.Kustomization("media", app).Components.Should().Contain("../../../../components/ext-auth-internal");

    [Fact]
    public void Every_chart_has_a_fixed_version() =>
        Tree.All<OCIRepository>().Should().HaveCountGreaterThan(25).And.OnlyContain(chart => chart.Spec!.Ref!.Tag != null && chart.Spec.Ref.Tag != "latest");

    [Fact]
    public void Every_app_with_a_volume_waits_for_the_operator_that_restores_it()
    {
        var backedUp = Tree.AllKustomizations.Where(app => app.Components.Any(path => path.EndsWith("/volsync", StringComparison.Ordinal))).ToList();

        backedUp.Should().HaveCountGreaterThan(8).And.OnlyContain(app => app.DependsOn.Contains("volsync-system/volsync"));
    }

    [Fact]
    public void The_home_has_no_warnings() => Tree.Warnings.Should().BeEmpty();
}
