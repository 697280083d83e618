namespace Anton.Tests;

/// <summary>What this cluster promises of its order, its tiers and its retries.</summary>
public sealed class AntonTests
{
    private static readonly RenderedTree Tree = Synth.Render<AntonCluster>();

    [Fact]
    public void The_apps_wait_for_the_sources_which_stand_beside_them()
    {
        var roots = Tree.Files["kubernetes/flux/cluster/ks.yaml"];

        roots.Should().Contain("  name: cluster-meta\n").And.Contain("  path: ./kubernetes/flux/meta\n").And.Contain("  dependsOn:\n    - name: cluster-meta\n      namespace: flux-system\n");
        Tree.Files["kubernetes/flux/meta/repos/helm.yaml"].Split("kind: HelmRepository").Should().HaveCount(12);
        Tree.Files["kubernetes/flux/meta/repos/oci.yaml"].Split("kind: OCIRepository").Should().HaveCount(5);
    }

    [Fact]
    public void Every_release_takes_its_chart_from_a_source_in_flux_system()
    {
        foreach (var release in Tree.All<HelmRelease>())
            (release.Spec!.Chart?.Spec.SourceRef is not null ^ release.Spec.ChartRef is not null).Should().BeTrue();
        foreach (var (path, text) in Tree.Files.Where(static file => file.Key.EndsWith("helmrelease.yaml", StringComparison.Ordinal)))
            text.Should().Contain("namespace: flux-system", path);
    }

    [Theory]
    [InlineData("kube-system/cilium", "5m")]
    [InlineData("storage/volsync", "15m")]
    [InlineData("data-platform/spark-applications", "1h")]
    public void The_interval_is_the_tiers(string app, string interval) => Of(app).Field("interval").Should().Be(interval);

    [Theory]
    [InlineData("monitoring/kube-prometheus-stack", "cert-manager/cert-manager", "external-secrets/onepassword-store")]
    [InlineData("airflow/airflow", "airflow/airflow-database", "external-secrets/onepassword-store")]
    [InlineData("airflow/airflow-database", "databases/cloudnative-pg")]
    public void Dependencies_name_the_namespace_that_they_live_in(string app, params string[] dependsOn) => Of(app).DependsOn.Should().Equal(dependsOn);

    [Fact]
    public void Retries_end_for_every_release() =>
        Tree.Files["kubernetes/flux/cluster/ks.yaml"].Should().Contain("retries: 3").And.NotContain("retries: -1");

    /// <summary>What runs is made by charts, so it is their values that say it; of what is written as objects GOPS7005 would tell.</summary>
    [Fact]
    public void Every_release_says_the_limits_of_what_it_runs()
    {
        var releases = Tree.Files.Where(static file => file.Key.EndsWith("helmrelease.yaml", StringComparison.Ordinal)).ToList();

        releases.Should().HaveCountGreaterThan(12).And.OnlyContain(static file => file.Value.Contains("limits:\n", StringComparison.Ordinal));
        new AntonCluster().Rules.RequireLimits.Should().BeTrue();
    }

    [Fact]
    public void Definitions_are_renewed_with_the_chart_that_brings_them() => Tree.Files["kubernetes/flux/cluster/ks.yaml"].Split("crds: CreateReplace").Should().HaveCount(3);

    [Fact]
    public void Cilium_does_what_kube_proxy_would_and_answers_from_the_node_that_was_asked()
    {
        var values = Tree.Get<HelmRelease>("kube-system", "cilium").Spec!.Values!;

        values["kubeProxyReplacement"].Scalar.Should().Be(true);
        values["routingMode"].Scalar.Should().Be("native");
        (values["loadBalancer"]["algorithm"].Scalar, values["loadBalancer"]["mode"].Scalar).Should().Be(("maglev", "dsr"));
    }

    [Fact]
    public void What_others_depend_on_says_when_it_is_healthy()
    {
        foreach (var needed in Tree.AllKustomizations.SelectMany(static app => app.DependsOn).Distinct().Where(static name => name != "flux-system/cluster-meta"))
            (Of(needed).Field("wait") == "true" || Tree.KustomizationFile(needed.Split('/')[0], needed.Split('/')[1]).Contains("  healthChecks:\n", StringComparison.Ordinal)).Should().BeTrue(needed);
    }

    private static RenderedKustomization Of(string name) => Tree.Kustomization(name.Split('/')[0], name.Split('/')[1]);
}
