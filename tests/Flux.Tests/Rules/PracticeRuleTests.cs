namespace GitOps.Tests;

/// <summary>Each practice rule with the smallest wrong object, the nearest right one, and one in which it cannot be known.</summary>
public sealed class PracticeRuleTests
{
    [Theory]
    [InlineData("1.17.2", 0)]
    [InlineData("v1.17.2", 0)]
    [InlineData("1.17.2-rc.1+build", 0)]
    [InlineData("${CHART_VERSION}", 0)]
    [InlineData(">=latest", 0)] // which nothing can read
    [InlineData(">=1.17.0", 1)]
    [InlineData("1.17", 1)]
    [InlineData("1.x.x", 1)]
    [InlineData("*", 1)]
    [InlineData("1.2.3 || 1.2.4", 1)]
    [InlineData(null, 1)]
    public void A_chart_of_a_HelmRepository_has_one_version(string? version, int expected) =>
        Check($$"""
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            spec:
              chart:
                spec:
                  chart: cert-manager
                  sourceRef: {kind: HelmRepository, name: jetstack}
                  {{(version is null ? "" : $"version: \"{version}\"")}}
            """).Where(static finding => finding.Id == "GOPS4010").Should().HaveCount(expected);

    [Theory]
    [InlineData("{tag: 1.2.3}", 0)]
    [InlineData("{digest: sha256:abc, tag: latest}", 0)]
    [InlineData("{semver: 1.2.3}", 0)]
    [InlineData("{tag: latest}", 1)]
    [InlineData("{semver: \">=1.0.0\"}", 1)]
    [InlineData("{}", 1)]
    public void An_OCIRepository_has_a_fixed_reference(string reference, int expected) =>
        Check($"apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nspec:\n  url: oci://example.org/a\n  ref: {reference}\n").Should().HaveCount(expected);

    [Fact]
    public void A_chart_in_Git_has_its_version_in_its_own_file() =>
        Check("apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec:\n  chart:\n    spec:\n      chart: ./charts/a\n      sourceRef: {kind: GitRepository, name: a}\n").Should().BeEmpty();

    [Theory]
    [InlineData("ghcr.io/a/b:1.2.3", 0)]
    [InlineData("ghcr.io/a/b@sha256:abc", 0)]
    [InlineData("example.org:5000/a:1", 0)]
    [InlineData("${IMAGE}", 0)]
    [InlineData("ghcr.io/a/b:latest", 1)]
    [InlineData("example.org:5000/a", 1)]
    [InlineData("nginx", 1)]
    public void An_image_has_a_tag(string image, int expected)
    {
        var found = Check($"apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: {image}\n");

        found.Select(static finding => $"{finding.Id} {finding.Severity} {finding.FieldPath}").Should().Equal(Enumerable.Repeat("GOPS4011 Warning spec.template.spec.containers[0].image", expected));
    }

    [Theory]
    [InlineData("image: {repository: ghcr.io/a/b, tag: latest}", "GOPS4011")]
    [InlineData("image: {repository: ghcr.io/a/b, tag: latest, digest: sha256:abc}", null)]
    [InlineData("image: {repository: ghcr.io/a/b}", null)]
    [InlineData("image: {tag: latest}", null)]
    [InlineData("sidecar: {image: \"a:latest\"}", "GOPS4011")]
    [InlineData("auth: {password: hunter22}", "GOPS7004")]
    [InlineData("auth: {password: \"${DB_PASSWORD}\"}", null)]
    [InlineData("auth: {password: \"{{ .password }}\"}", null)]
    [InlineData("auth: {password: \"\"}", null)]
    [InlineData("auth: {existingSecretPassword: hunter22}", null)]
    [InlineData("auth: {passwordKey: hunter22}", null)]
    [InlineData("auth: {adminPassword: postgres-password}", null)]
    [InlineData("env: [{name: DB_PASSWORD, value: hunter22}]", "GOPS7004")]
    [InlineData("env: [{name: DB_HOST, value: hunter22}]", null)]
    [InlineData("env: {API_TOKEN: a1b2c3d4}", "GOPS7004")]
    [InlineData("automountServiceAccountToken: false", null)]
    [InlineData("auth: {token: /run/secrets/token}", null)]
    [InlineData("env: {DATABASE_URL: 'postgres://web:hunter2@db:5432/web'}", "GOPS7004")]
    [InlineData("env: {DATABASE_URL: 'postgres://web:$(PASSWORD)@db:5432/web'}", null)]
    [InlineData("env: {DATABASE_URL: 'postgres://web@db:5432/web'}", null)]
    [InlineData("env: {URL: 'https://example.org:8443/a:b@c'}", null)]
    [InlineData("env: {URL: 'oci://ghcr.io/a/b@sha256:0a1b'}", null)]
    [InlineData("env: {JWT_SECRET: hunter2hunter2}", "GOPS7004")]
    [InlineData("env: {SECRET_KEY: 0123456789abcdef}", "GOPS7004")]
    [InlineData("tls: {secretKey: tls.key}", null)]
    public void Values_show_moving_images_and_secrets(string values, string? id)
    {
        var found = Check($"apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec:\n  chartRef: {{kind: OCIRepository, name: a}}\n  values:\n    {values}\n");

        found.Select(static finding => finding.Id).Should().Equal(id is null ? [] : [id]);
    }

    [Theory]
    [InlineData("-1", 1)]
    [InlineData("3", 0)]
    [InlineData("0", 0)]
    public void Retries_end(string retries, int expected) =>
        Check($"apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec:\n  chartRef: {{kind: OCIRepository, name: a}}\n  upgrade:\n    remediation:\n      retries: {retries}\n")
            .Where(static finding => finding.Id == "GOPS4012" && finding.FieldPath == "spec.upgrade.remediation.retries").Should().HaveCount(expected);

    [Fact]
    public void Limits_are_asked_for_only_where_the_cluster_does()
    {
        const string Bare = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      image: a:1\n";
        const string Limited = Bare + "      resources:\n        limits:\n          memory: 1Gi\n";
        const string InValues = "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec:\n  chartRef: {kind: OCIRepository, name: a}\n  values:\n    controllers: {a: {containers: {app: {env: {}}}}}\n";

        Check(Bare).Should().BeEmpty();
        Check(Bare, wantsLimits: true).Should().ContainSingle(static finding => finding.Id == "GOPS7005" && finding.FieldPath == "spec.containers[0]");
        Check(Limited, wantsLimits: true).Should().BeEmpty();
        Check(InValues, wantsLimits: true).Should().ContainSingle(static finding => finding.Id == "GOPS7005" && finding.FieldPath == "spec.values.controllers.a.containers.app");
    }

    [Fact]
    public void An_app_waits_for_what_brings_its_kinds()
    {
        Providing("media/sonarr").Should().ContainSingle().Which.Should().Match<Finding>(static finding =>
            finding.Id == "GOPS1015" && finding.Severity == FindingSeverity.Warning
            && finding.Message.StartsWith("'media/sonarr' has a ReplicationSource of 'volsync.backube', which 'storage/volsync' brings"));
        Providing("media/sonarr", "storage/volsync").Should().BeEmpty();
        Providing("media/sonarr", "media/between").Should().BeEmpty("it waits for what waits for it");
    }

    [Fact]
    public void What_is_bootstrapped_or_brought_by_a_parent_or_by_nobody_known_is_fine()
    {
        Providing("media/sonarr", bootstrapped: ["volsync.backube"]).Should().BeEmpty();
        ProviderNotDependedOnRule.Check(Apps("media/sonarr", []), [], static id => id.Name == "sonarr" ? new("storage", "volsync") : null).Should().BeEmpty();
        ProviderNotDependedOnRule.Check(new FluxModel([new AppModel(new("media", "sonarr")) { Objects = [Source] }]), [], static _ => null).Should().BeEmpty();
    }

    private static readonly ObjectModel Source = new("volsync.backube", "ReplicationSource", "media", "a");

    private static FluxModel Apps(string app, string[] dependsOn) => new(
    [
        new AppModel(Id(app)) { Objects = [Source, new("volsync.backube", "ReplicationDestination", "media", "a")], Dependencies = [.. dependsOn.Select(static name => new DependencyModel(Id(name)))] },
        new AppModel(Id("media/between")) { Dependencies = [new(Id("storage/volsync"))] },
        new AppModel(Id("storage/volsync")) { Objects = [new("apiextensions.k8s.io", "CustomResourceDefinition", "", "replicationsources.volsync.backube")] },
    ]);

    private static IEnumerable<Finding> Providing(string app, params string[] dependsOn) => ProviderNotDependedOnRule.Check(Apps(app, dependsOn), [], static _ => null);

    private static IEnumerable<Finding> Providing(string app, IReadOnlyCollection<string> bootstrapped) => ProviderNotDependedOnRule.Check(Apps(app, []), bootstrapped, static _ => null);

    private static KustomizationId Id(string name) => new(name.Split('/')[0], name.Split('/')[1]);

    private static List<Finding> Check(string yaml, bool wantsLimits = false) =>
        [.. PracticeRules.Check(YamlData.Of(YamlFile.Read(yaml).Documents.Single().Root!, known: null), static _ => null, wantsLimits)];
}
