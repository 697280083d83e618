using System.Text.RegularExpressions;
using GitOps.Tests;

namespace HomeOps.Tests;

/// <summary>How a home tests its own apps: render in memory, ask for objects by type, namespace and name, and say what must hold.</summary>
public sealed class HomeTests
{
    private static readonly string Folder = Path.Combine(SharedData.RepositoryRoot, "examples", "HomeOps");

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

    /// <summary>The address stands in YAML by hand; the Service behind it is made by a chart.</summary>
    [Fact]
    public void Alerts_of_Flux_go_to_an_app_of_this_home()
    {
        var provider = File.ReadAllText(Path.Combine(Folder, "kubernetes", "components", "common", "provider.yaml"));

        provider.Should().Contain($"address: {Alertmanager.Url}/api/v2/alerts/");
        Alertmanager.Url.Should().Be("http://alertmanager.observability.svc.cluster.local:9093");
        Tree.Get<HelmRelease>("observability", "alertmanager").Spec!.Values!["fullnameOverride"].Scalar.Should().Be("alertmanager");
    }

    [Fact]
    public void Each_app_has_a_number_of_its_own_in_the_cache()
    {
        Tree.Files["kubernetes/apps/default/immich/app/helmrelease.yaml"].Should().Contain("REDIS_DBINDEX: 2\n");
        Tree.Files["kubernetes/apps/default/searxng/app/helmrelease.yaml"].Should().Contain("SEARXNG_VALKEY_URL: redis://dragonfly-cluster.database.svc.cluster.local:6379/3\n");
        foreach (var app in new[] { "immich", "searxng" })
            Tree.Kustomization("default", app).DependsOn.Should().Contain("database/dragonfly-cluster");
    }

    /// <summary>With constructs the app waits for what they need as it would with components.</summary>
    [Fact]
    public void Spoolman_has_its_backup_and_its_login_without_a_component()
    {
        var app = Tree.Kustomization("default", "spoolman");

        app.Components.Should().BeEmpty();
        app.DependsOn.Should().Contain("default/authentik").And.Contain("volsync-system/volsync").And.Contain("network/envoy-gateway");
        Tree.Files["kubernetes/apps/default/spoolman/app/persistentvolumeclaim.yaml"].Should().Contain("kind: ReplicationDestination\n    name: spoolman-restore\n");
        Tree.Files["kubernetes/apps/default/spoolman/app/securitypolicy.yaml"].Should().Contain("failOpen: false").And.Contain("name: ak-outpost-authentik-embedded-outpost");
    }

    [Fact]
    public void Sops_knows_for_whom_it_encrypts_every_encrypted_file()
    {
        var rule = File.ReadAllLines(Path.Combine(Folder, ".sops.yaml")).Single(static line => line.Contains("path_regex: ", StringComparison.Ordinal)).Split("path_regex: ")[1];
        var files = Directory.EnumerateFiles(Folder, "*.sops.yaml", SearchOption.AllDirectories).Select(static file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Where(static file => file != ".sops.yaml" && !file.StartsWith("bin/", StringComparison.Ordinal)).ToList();

        files.Should().HaveCountGreaterThan(4).And.OnlyContain(file => Regex.IsMatch(file, rule));
    }

    [Fact]
    public void The_home_has_no_warnings() => Tree.Warnings.Should().BeEmpty();
}
