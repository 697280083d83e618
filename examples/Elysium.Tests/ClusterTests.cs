using System.Text.RegularExpressions;

namespace Elysium.Tests;

/// <summary>What the two clusters promise.</summary>
public sealed class ClusterTests
{
    private static readonly RenderedTree Kyrion = Synth.Render<Kyrion>();

    private static readonly string Repository = Path.Combine(GitOps.Tests.SharedData.RepositoryRoot, "examples", "Elysium");

    private static readonly RenderedTree Styx = Synth.Render<Styx>();

    [Theory]
    [InlineData("infra-controllers", "./infrastructure/controllers", "")]
    [InlineData("secrets", "./clusters/kyrion/secrets", "flux-system/infra-controllers")]
    [InlineData("infra-configs", "./infrastructure/configs", "flux-system/infra-controllers flux-system/secrets")]
    [InlineData("apps", "./apps/kyrion", "flux-system/infra-configs")]
    [InlineData("monitoring-controllers", "./monitoring/controllers", "")]
    [InlineData("monitoring-configs", "./monitoring/configs", "flux-system/monitoring-controllers")]
    public void Layers_wait_for_each_other_and_monitoring_for_itself_alone(string layer, string path, string dependsOn)
    {
        var kustomization = Kyrion.Kustomization("flux-system", layer);

        kustomization.Path.Should().Be(path);
        string.Join(' ', kustomization.DependsOn).Should().Be(dependsOn);
    }

    [Fact]
    public void Capacitor_stands_alone() => Kyrion.Kustomization("capacitor", "capacitor").DependsOn.Should().BeEmpty();

    /// <summary>The controller that opens sealed Secrets is in there: to wait for what it will open would be to wait for ever.</summary>
    [Fact]
    public void The_first_layer_takes_no_variable_from_a_sealed_Secret()
    {
        Kyrion.Kustomization("flux-system", "infra-controllers").SubstituteFrom.Should().Equal("ConfigMap/cluster-vars");
        Kyrion.Kustomization("flux-system", "apps").SubstituteFrom.Should().Equal("ConfigMap/cluster-vars", "Secret/cluster-secret-vars");
    }

    [Fact]
    public void All_eighteen_repositories_are_there_and_every_chart_comes_from_one_of_them()
    {
        var repositories = Kyrion.All<HelmRepository>().ToList();

        repositories.Should().HaveCount(18);
        repositories.Where(repository => repository.Spec!.Type is not null).Should().HaveCount(4);
        var used = Kyrion.Files.Values.SelectMany(static text => text.Split("kind: HelmRepository\n        name: ").Skip(1)).Select(static rest => rest[..rest.IndexOf('\n', StringComparison.Ordinal)]).Distinct();
        used.Should().HaveCount(18).And.OnlyContain(name => Kyrion.Files.Values.Any(text => text.Contains($"kind: HelmRepository\nmetadata:\n  name: {name}\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_small_cluster_has_the_apps_that_do_not_say_otherwise_and_differs_by_patches()
    {
        Styx.Kustomizations.Should().NotContain(name => name.Contains("monitoring", StringComparison.Ordinal));
        Styx.Files["apps/styx/kustomization.yaml"].Should().Contain("  - ../base/n8n\n").And.NotContain("ollama").And.Contain("memory: 512Mi");
        Kyrion.Files["apps/kyrion/kustomization.yaml"].Should().Contain("  - ../base/ai/ollama\n").And.NotContain("512Mi");
        Styx.Files["apps/base/n8n/helmrelease.yaml"].Should().Be(Kyrion.Files["apps/base/n8n/helmrelease.yaml"]).And.Contain("N8N_HOST: n8n-${CLUSTER}");
    }

    [Theory]
    [InlineData("apps/base/n8n", "n8n", "1.120.4")]
    [InlineData("apps/base/error-pages", "error-pages", "3.8.0")]
    [InlineData("apps/base/ai/searxng", "searxng", "2025.11.21-b876d0bed")]
    [InlineData("apps/base/raiplaysoundrss", "raiplaysoundrss", "main-4f2a9c1-1763829104")]
    [InlineData("monitoring/controllers/minio", "minio", "2025.7.23-debian-12-r5")]
    public void Markers_name_the_policy_that_is_there(string folder, string policy, string tag)
    {
        Kyrion.Files[$"{folder}/helmrelease.yaml"].Should().Contain($$"""tag: {{tag}} # {"$imagepolicy": "flux-system:{{policy}}:tag"}""");
        var found = Kyrion.Get<ImagePolicy>("flux-system", policy);
        // Flux reads RE2, which spells named groups otherwise.
        if (found.Spec!.FilterTags?.Pattern is { } pattern)
            Regex.IsMatch(tag, pattern.Replace("(?P<", "(?<", StringComparison.Ordinal)).Should().BeTrue("the policy must know the tag that is there");
    }

    [Fact]
    public void Every_kind_of_policy_is_in_use()
    {
        var policies = Kyrion.All<ImagePolicy>().Select(static policy => policy.Spec!).ToList();

        policies.Should().Contain(static spec => spec.Policy.Semver != null).And.Contain(static spec => spec.Policy.Numerical != null).And.Contain(static spec => spec.Policy.Alphabetical != null);
        policies.Should().Contain(static spec => spec.FilterTags != null && spec.FilterTags.Extract != null);
        Styx.All<ImageUpdateAutomation>().Should().BeEmpty("one cluster commits for both");
    }

    [Theory]
    [InlineData("ollama", "ai")]
    [InlineData("local-ai", "ai")]
    [InlineData("plex", "arkham")]
    public void What_needs_the_GPU_says_so(string app, string @namespace) =>
        Kyrion.Get<HelmRelease>(@namespace, app).Spec!.Values!["resources"]["limits"]["gpu.intel.com/i915"].Scalar.Should().Be("1");

    [Theory]
    [InlineData("plex", true)]
    [InlineData("radarr", true)]
    [InlineData("sonarr", true)]
    [InlineData("bazarr", true)]
    [InlineData("qbittorrent", true)]
    [InlineData("prowlarr", false)]
    public void Who_works_with_the_library_waits_until_it_is_mounted(string app, bool waits)
    {
        var text = Kyrion.Files[$"apps/base/arkham/{app}/helmrelease.yaml"];

        text.Contains("until [ -f /mnt/media-library/.mounted ]", StringComparison.Ordinal).Should().Be(waits);
        text.Contains("existingClaim: media-library", StringComparison.Ordinal).Should().Be(waits);
    }

    /// <summary>MinIO's own Secret calls its keys otherwise.</summary>
    [Theory]
    [InlineData("loki-stack/helmrelease.yaml")]
    [InlineData("tempo-stack/helmrelease.yaml")]
    public void Logs_and_traces_have_the_keys_of_the_object_store_by_the_names_that_they_look_for(string release) =>
        Kyrion.Files[$"monitoring/controllers/{release}"].ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).Should()
            .Contain("extraEnv:-name:AWS_ACCESS_KEY_IDvalueFrom:secretKeyRef:key:root-username:minio-name:AWS_SECRET_ACCESS_KEYvalueFrom:secretKeyRef:key:root-passwordname:minio").And.Contain("endpoint:minio.monitoring.svc:9000");

    /// <summary>The operator calls a collector's Service like the collector, with a part behind: who sends and who asks must know.</summary>
    [Fact]
    public void Traces_reach_Tempo_and_Jaeger_which_keeps_them_in_Elasticsearch()
    {
        var jaeger = Kyrion.Files["monitoring/configs/telemetry/opentelemetrycollector-jaeger.yaml"];

        Kyrion.Files["monitoring/configs/telemetry/opentelemetrycollector.yaml"].Should().Contain("endpoint: jaeger-collector.monitoring.svc:4317").And.Contain("endpoint: tempo.monitoring.svc:4317");
        Kyrion.Files["monitoring/controllers/tempo-stack/helmrelease.yaml"].Should().Contain("    fullnameOverride: tempo\n");
        jaeger.Should().Contain("  name: jaeger\n").And.Contain("endpoint: 0.0.0.0:4317").And.Contain("- http://traces-es-http.monitoring.svc:9200").And.Contain("password_file: /etc/elastic/elastic").And.Contain("secretName: traces-es-elastic-user");
        Kyrion.Files["monitoring/configs/datasources/configmap.yaml"].Should().Contain("http://jaeger-collector.monitoring.svc:16686");
        jaeger.Should().Contain("      port: 16686\n");
    }

    /// <summary>One object of a kind that is not known yet stops all beside it: a layer begins when every operator of the one before has brought its kinds.</summary>
    [Theory]
    [InlineData("infra-controllers", "arc", "cert-manager", "intel-device-plugins", "sealed-secrets", "system-upgrade", "tailscale-operator", "traefik")]
    [InlineData("monitoring-controllers", "elastic", "kube-prometheus-stack", "opentelemetry")]
    public void A_layer_is_ready_when_all_that_bring_kinds_are(string layer, params string[] releases) =>
        Kyrion.KustomizationFile("flux-system", layer).Split("kind: HelmRelease\n      name: ").Skip(1).Select(static rest => rest[..rest.IndexOf('\n', StringComparison.Ordinal)]).Should().BeEquivalentTo(releases);

    /// <summary>Their Secrets are opened a layer later: whoever waited for their Pods would wait for ever.</summary>
    [Fact]
    public void What_needs_a_sealed_Secret_is_waited_for_until_it_is_installed_and_no_longer() =>
        Kyrion.All<HelmRelease>().Where(static release => release.Spec!.Install?.DisableWait is not null).Select(static release => release.Spec!.Chart!.Spec.Chart).Should().BeEquivalentTo("tailscale-operator", "traefik");

    [Theory]
    [InlineData("apps/base/discourse", "arkham-registry")]
    [InlineData("apps/base/raiplaysoundrss", "ghcr")]
    public void A_private_image_is_pulled_with_the_login_that_lies_sealed_beside_it(string folder, string login)
    {
        Kyrion.Files[$"{folder}/helmrelease.yaml"].Should().Contain($"    imagePullSecrets:\n      - name: {login}\n");
        File.ReadAllText(Path.Combine(Repository, folder, $"{(login == "ghcr" ? login : "discourse")}-sealed-secret.yaml")).Should().Contain($"  name: {login}\n").And.Contain("kubernetes.io/dockerconfigjson");
    }

    /// <summary>OneChart looks at the Secret's name only where it is told to.</summary>
    [Theory]
    [InlineData("ai/librechat", "librechat-keys")]
    [InlineData("arkham/qbittorrent", "vpn")]
    [InlineData("discourse", "discourse")]
    [InlineData("romm", "romm")]
    public void The_entries_of_a_Secret_are_variables_of_the_app(string app, string secret) =>
        Kyrion.Files[$"apps/base/{app}/helmrelease.yaml"].Should().Contain($"    secretEnabled: true\n    secretName: {secret}\n");

    /// <summary>Within a layer Helm keeps the order.</summary>
    [Theory]
    [InlineData("ai/librechat", "librechat-mongodb")]
    [InlineData("ai/open-webui", "ollama")]
    [InlineData("coder", "coder-db")]
    [InlineData("discourse", "discourse-db", "discourse-redis")]
    public void A_release_waits_for_the_releases_that_it_needs(string app, params string[] releases)
    {
        var text = Kyrion.Files[$"apps/base/{app}/helmrelease.yaml"];

        text.Should().Contain($"  dependsOn:\n{string.Concat(releases.Select(static name => $"    - name: {name}\n"))}");
        foreach (var release in releases)
            Kyrion.Files.Values.Should().Contain(file => file.Contains($"kind: HelmRelease\nmetadata:\n  name: {release}\n", StringComparison.Ordinal));
    }

    /// <summary>For a person to look at, before it comes to main.</summary>
    [Fact]
    public void Tags_of_monitoring_are_pushed_to_a_branch() =>
        Kyrion.Files["apps/base/image-updates/imageupdateautomation-monitoring.yaml"].Should().Contain("    push:\n      branch: image-updates\n").And.Contain("        branch: main\n");

    [Fact]
    public void Twenty_five_namespaces_are_a_class_each() => typeof(Ns).GetNestedTypes().Should().HaveCount(25);

    [Fact]
    public void Registries_that_ask_for_a_login_get_one()
    {
        Kyrion.Files["repositories/helmrepository.yaml"].Should().Contain("  name: bitnami\n").And.Contain("  secretRef:\n    name: docker-hub\n");
        Kyrion.Files["apps/base/image-policies/imagerepository-raiplaysoundrss.yaml"].Should().Contain("  secretRef:\n    name: ghcr\n");
    }

    [Fact]
    public void No_field_is_null_by_accident() => Kyrion.Files.Values.Concat(Styx.Files.Values).Should().NotContain(static text => text.Contains(": null\n", StringComparison.Ordinal));

    [Fact]
    public void The_clusters_have_no_warnings()
    {
        Kyrion.Warnings.Should().BeEmpty();
        Styx.Warnings.Should().BeEmpty();
    }
}
