namespace GitOps.Tests;

/// <summary>The rules over HelmReleases, sources, health checks and Secrets: wrong, right, and what cannot be known.</summary>
public sealed class ClusterRuleTests
{
    private static readonly string Repository = Trees.Object("source.toolkit.fluxcd.io/v1", "OCIRepository", "template", "media", "url: oci://ghcr.io/a/b\ninterval: 1h");

    private const string Chart = "chartRef:\n  kind: OCIRepository\n  name: template";

    /// <summary>The findings of one id over a cluster whose apps are these objects.</summary>
    private static IReadOnlyList<Finding> Check(string id, params string[] objects) =>
        Trees.Check(id, [.. objects.Select((text, i) => ($"apps/{(char)('a' + i)}.yaml", text))]);

    [Fact]
    public void A_chartRef_names_a_source_that_is_there()
    {
        var found = Check(RuleIds.UnknownChart, Trees.Release("r", "media", Chart.Replace("template", "templat")), Repository).Single();
        found.Should().Match<Finding>(finding => finding.Severity == FindingSeverity.Error && finding.Place == new FindingPlace("apps/a.yaml", 9, 11) && finding.Suggestion == "template");
        Check(RuleIds.UnknownChart, Trees.Release("r", "other", Chart), Repository).Single().Message.Should().Contain("there is one in 'media'");
        Check(RuleIds.UnknownChart, Trees.Release("r", "media", Chart), Repository).Should().BeEmpty();
        Check(RuleIds.UnknownChart, Trees.Release("r", "other", Chart + "\n  namespace: media"), Repository).Should().BeEmpty();
    }

    [Fact]
    public void A_chartRef_may_lead_to_what_another_source_or_a_ResourceSet_brings()
    {
        var outside = Trees.Kustomization("outside", "media", "path: ./deploy").Replace("name: flux-system", "name: other");
        Check(RuleIds.UnknownChart, Trees.Release("r", "media", Chart), outside).Should().ContainSingle().Which.Should().Match<Finding>(finding => finding.Severity == FindingSeverity.Warning && finding.Message.Contains("in this repository"));
        Check(RuleIds.UnknownChart, Trees.Release("r", "third", Chart), outside).Single().Severity.Should().Be(FindingSeverity.Error);
        Check(RuleIds.UnknownChart, Trees.Release("r", "media", Chart), Trees.Object("fluxcd.controlplane.io/v1", "ResourceSet", "s", "flux-system", "resourcesTemplate: |\n  ---\n  kind: OCIRepository\n")).Should().BeEmpty();
    }

    [Fact]
    public void References_to_sources()
    {
        const string chart = "chart:\n  spec:\n    chart: x\n    sourceRef:\n      kind: HelmRepository\n      name: repo";
        var repository = Trees.Object("source.toolkit.fluxcd.io/v1", "HelmRepository", "repo", "flux-system", "url: https://x");

        Check(RuleIds.UnknownSource, Trees.Release("r", "media", chart), repository).Single().Message.Should().Contain("there is one in 'flux-system'");
        Check(RuleIds.UnknownSource, Trees.Release("r", "media", chart + "\n      namespace: flux-system"), repository).Should().BeEmpty();
        Check(RuleIds.UnknownSource, Trees.Kustomization("a", "media", "path: ./x").Replace("name: flux-system", "name: nowhere")).Should().BeEmpty("an outside Kustomization opens its own namespace");
        Check(RuleIds.UnknownSource, Trees.Object("image.toolkit.fluxcd.io/v1", "ImagePolicy", "p", "media", "imageRepositoryRef:\n  name: app")).Should().ContainSingle();
        Check(RuleIds.UnknownSource, Trees.Object("image.toolkit.fluxcd.io/v1", "ImagePolicy", "p", "media", "imageRepositoryRef:\n  name: app"), Trees.Object("image.toolkit.fluxcd.io/v1", "ImageRepository", "app", "media", "image: x")).Should().BeEmpty();
        Check(RuleIds.UnknownSource, Trees.Object("image.toolkit.fluxcd.io/v1", "ImageUpdateAutomation", "p", "media", "sourceRef:\n  kind: GitRepository\n  name: flux-system\n  namespace: flux-system")).Should().BeEmpty("bootstrap made it");
    }

    [Fact]
    public void A_HelmRelease_depends_on_HelmReleases_that_are_there()
    {
        static string Depends(string name, string? @namespace = null) => Trees.Release("r", "media", $"dependsOn:\n  - name: {name}" + (@namespace is null ? "" : $"\n    namespace: {@namespace}"));

        var other = Trees.Release("operator", "system", "interval: 1h");
        Check(RuleIds.UnknownRelease, Depends("nothing"), other).Single().Should().Match<Finding>(finding => finding.Place == new FindingPlace("apps/a.yaml", 8, 13) && finding.Message.Contains("no HelmRelease"));
        Check(RuleIds.UnknownRelease, Depends("operator"), other).Single().Message.Should().Contain("is in the namespace 'system'");
        Check(RuleIds.UnknownRelease, Depends("r")).Single().Message.Should().Contain("itself");
        Check(RuleIds.UnknownRelease, Depends("ks"), Trees.Kustomization("ks", "media", "path: ./empty")).Single().Message.Should().Contain("is a Kustomization");
        Check(RuleIds.UnknownRelease, Depends("operator", "system"), other).Should().BeEmpty();
        Check(RuleIds.UnknownRelease, Depends("${SOME}")).Should().BeEmpty();
    }

    [Fact]
    public void HelmReleases_in_a_circle()
    {
        static string Depends(string name, string on) => Trees.Release(name, "media", $"dependsOn:\n  - name: {on}");

        Check(RuleIds.ReleaseCycle, Depends("a", "b"), Depends("b", "c"), Depends("c", "a")).Single().Message.Should().Contain("media/a → media/b → media/c → media/a");
        Check(RuleIds.ReleaseCycle, Depends("a", "b"), Depends("b", "c"), Trees.Release("c", "media", "interval: 1h")).Should().BeEmpty();
    }

    [Fact]
    public void Values_from_objects_that_are_elsewhere_of_another_kind_or_have_a_hash()
    {
        static string Values(string kind) => Trees.Release("r", "media", $"valuesFrom:\n  - kind: {kind}\n    name: values");

        Check(RuleIds.UnknownValues, Values("ConfigMap"), Trees.ConfigMap("values", "other")).Single().Message.Should().Contain("it is in 'other'");
        Check(RuleIds.UnknownValues, Values("Secret"), Trees.ConfigMap("values", "media")).Single().Message.Should().Contain("it is a ConfigMap");
        Trees.Check(RuleIds.UnknownValues, ("apps/kustomization.yaml", "namespace: media\nresources: [r.yaml]\nconfigMapGenerator:\n  - name: values\n    literals: [a=b]\n"), ("apps/r.yaml", Values("ConfigMap")))
            .Single().Message.Should().Contain("with a hash");
        Check(RuleIds.UnknownValues, Values("ConfigMap"), Trees.ConfigMap("value", "media")).Single().Should().Match<Finding>(finding => finding.Severity == FindingSeverity.Warning && finding.Suggestion == "value");

        Check(RuleIds.UnknownValues, Values("ConfigMap"), Trees.ConfigMap("values", "media")).Should().BeEmpty();
        Check(RuleIds.UnknownValues, Values("Secret")).Should().BeEmpty("an operator may make it");
        Check(RuleIds.UnknownValues, Values("Secret"), Trees.Object("external-secrets.io/v1", "ExternalSecret", "x", "media", "target:\n  name: values")).Should().BeEmpty();
        Check(RuleIds.UnknownValues, Values("ConfigMap") + "      optional: true\n", Trees.ConfigMap("values", "other")).Should().BeEmpty();
    }

    [Fact]
    public void Exactly_one_of_chart_and_chartRef()
    {
        Check(RuleIds.ChartAndChartRef, Trees.Release("r", "media", "interval: 1h")).Single().Message.Should().Contain("neither");
        Check(RuleIds.ChartAndChartRef, Trees.Release("r", "media", Chart + "\nchart:\n  spec:\n    chart: x")).Single().Message.Should().Contain("both");
        Check(RuleIds.ChartAndChartRef, Trees.Release("r", "media", Chart)).Should().BeEmpty();
    }

    [Fact]
    public void Urls_and_ranges()
    {
        static string Oci(string spec) => Trees.Object("source.toolkit.fluxcd.io/v1", "OCIRepository", "o", "media", spec);

        Check(RuleIds.OciUrl, Oci("url: https://ghcr.io/a/b")).Single().Place.Should().Be(new FindingPlace("apps/a.yaml", 7, 8));
        Check(RuleIds.OciUrl, Oci("url: oci://ghcr.io/a/b")).Should().BeEmpty();
        Check(RuleIds.OciUrl, Oci("url: oci://${REGISTRY}/a/b")).Should().BeEmpty();
        Check(RuleIds.SemverRange, Oci("url: oci://ghcr.io/a/b\nref:\n  semver: \">=1.0 <\"")).Should().ContainSingle();
        Check(RuleIds.SemverRange, Oci("url: oci://ghcr.io/a/b\nref:\n  semver: \">=1.0 <2\"")).Should().BeEmpty();
        Check(RuleIds.SemverRange, Trees.Release("r", "media", "chart:\n  spec:\n    chart: x\n    version: nope!\n    sourceRef:\n      kind: GitRepository\n      name: x")).Should().BeEmpty("the version of a chart from Git is not looked at");
    }

    [Fact]
    public void Health_checks_that_nobody_looks_at()
    {
        const string checks = "\nhealthChecks:\n  - apiVersion: v1\n    kind: ConfigMap\n    name: made-by-a-chart";
        const string expressions = "\nhealthCheckExprs:\n  - apiVersion: x/v1\n    kind: X\n    current: status.ok == true";

        Check(RuleIds.HealthChecksIgnored, Trees.Kustomization("a", "media", "path: ./empty\nwait: true" + checks)).Single().Place!.Line.Should().Be(14);
        Check(RuleIds.HealthChecksIgnored, Trees.Kustomization("a", "media", "path: ./empty" + checks)).Should().BeEmpty();
        Check(RuleIds.HealthExpressionsUnused, Trees.Kustomization("a", "media", "path: ./empty" + expressions)).Single().Place!.Line.Should().Be(13);
        Check(RuleIds.HealthExpressionsUnused, Trees.Kustomization("a", "media", "path: ./empty\nwait: true" + expressions), Trees.Kustomization("b", "media", "path: ./empty" + expressions + checks)).Should().BeEmpty();
    }

    [Fact]
    public void A_health_check_of_what_another_Kustomization_makes()
    {
        static (string, string)[] Files(string name, string more = "") =>
        [
            ("apps/a.yaml", Trees.Kustomization("a", "media", $"path: ./a{more}\nhealthChecks:\n  - apiVersion: helm.toolkit.fluxcd.io/v2\n    kind: HelmRelease\n    name: {name}\n    namespace: media")),
            ("apps/b.yaml", Trees.Kustomization("b", "media", "path: ./b")), ("a/r.yaml", Trees.Release("sonarr", "media", "interval: 1h")), ("b/r.yaml", Trees.Release("other", "media", "interval: 1h")),
        ];

        Trees.Check(RuleIds.HealthTargetElsewhere, Files("other")).Single().Message.Should().Contain("'media/b' makes; depend on that one instead");
        Trees.Check(RuleIds.HealthTargetElsewhere, Files("other", "\ndependsOn: [{name: b}]")).Single().Message.Should().Contain("'media/b' makes; check it there");
        Trees.Check(RuleIds.HealthTargetElsewhere, Files("sonar")).Single().Suggestion.Should().Be("sonarr");
        Trees.Check(RuleIds.HealthTargetElsewhere, Files("sonarr")).Should().BeEmpty();
        Trees.Check(RuleIds.HealthTargetElsewhere, Files("from-a-chart")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("dep.status.ready", true)]
    [InlineData("dep.status.", true)]
    [InlineData("'yes'", true)]
    [InlineData("dep.status.ready == true", false)]
    [InlineData("has(dep.status.ready)", false)]
    [InlineData("dep.status.conditions.exists(c, c.type == 'Ready' && c.status == 'True')", false)]
    [InlineData("true", false)]
    public void A_readyExpr_gives_a_boolean(string expression, bool wrong) =>
        Check(RuleIds.HealthExpression, Trees.Kustomization("a", "media", $"path: ./empty\ndependsOn:\n  - name: b\n    readyExpr: \"{expression}\"")).Should().HaveCount(wrong ? 1 : 0);

    [Fact]
    public void Health_expressions_must_parse_and_may_be_of_any_type()
    {
        Check(RuleIds.HealthExpression, Trees.Kustomization("a", "media", "path: ./empty\nwait: true\nhealthCheckExprs:\n  - apiVersion: x/v1\n    kind: X\n    current: status.ok ==")).Single().Place!.Line.Should().Be(17);
        Check(RuleIds.HealthExpression, Trees.Kustomization("a", "media", "path: ./empty\nwait: true\nhealthCheckExprs:\n  - apiVersion: x/v1\n    kind: X\n    current: status.ok")).Should().BeEmpty();
    }

    private static string Secret(string values, string more = "") => $"apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\n  namespace: media\nstringData:\n  {values}\n{more}";

    [Fact]
    public void Secrets_in_plain_text()
    {
        Check(RuleIds.PlainSecret, Secret("password: hunter2")).Single().Should().Match<Finding>(finding => finding.Severity == FindingSeverity.Error && finding.Place == new FindingPlace("apps/a.yaml", 7, 3));
        Check(RuleIds.PlainSecret, Secret("password: ${PASSWORD}")).Should().BeEmpty();
        Check(RuleIds.PlainSecret, Secret("password: \"\"")).Should().BeEmpty();
        Check(RuleIds.PlainSecret, Secret("password: ENC[AES256_GCM,data:x]", "sops:\n  mac: x\n")).Should().BeEmpty();
    }

    [Fact]
    public void Encrypted_objects_need_a_Kustomization_that_decrypts()
    {
        var secret = ("app/s.yaml", Secret("password: ENC[AES256_GCM,data:x]", "sops:\n  mac: x\n"));

        Trees.Check(RuleIds.SecretWithoutDecryption, ("apps/ks.yaml", Trees.Kustomization("a", "media", "path: ./app")), secret).Single().AlsoAt.Single().Path.Should().Be("apps/ks.yaml");
        Trees.Check(RuleIds.SecretWithoutDecryption, ("apps/ks.yaml", Trees.Kustomization("a", "media", "path: ./app\ndecryption:\n  provider: sops")), secret).Should().BeEmpty();
        Trees.Check(RuleIds.SecretWithoutDecryption, ("flux/s.yaml", secret.Item2)).Should().BeEmpty("the root is not in the tree, and may decrypt");
    }

    [Fact]
    public void Variable_sources_that_are_in_another_namespace_are_missing_and_those_that_are_nowhere_may_be_made_by_hand()
    {
        static string App(string name) => Trees.Kustomization("a", "media", $"path: ./empty\npostBuild:\n  substituteFrom:\n    - kind: ConfigMap\n      name: {name}");

        Check(RuleIds.MissingVariableSource, App("settings"), Trees.ConfigMap("settings", "flux-system", "A: b")).Single().Message.Should().Contain("it is in 'flux-system'");
        Check(RuleIds.MissingVariableSource, App("settings")).Should().BeEmpty();
        Check(RuleIds.MissingVariableSource, App("settings"), Trees.ConfigMap("settings", "media", "A: b")).Should().BeEmpty();
        // A policy copies it, as far as anybody can tell here.
        Check(RuleIds.MissingVariableSource, App("settings"), Trees.ConfigMap("settings", "flux-system", "A: b"), "apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata:\n  name: sync\nspec:\n  rules:\n    - name: sync\n      generate: {kind: ConfigMap, name: settings}\n").Should().BeEmpty();
        Check(RuleIds.MissingVariableSource, App("settings"), Trees.ConfigMap("settings", "flux-system", "A: b").Replace("metadata:\n", "metadata:\n  annotations:\n    reflector.v1.k8s.emberstack.com/reflection-allowed: \"true\"\n")).Should().BeEmpty();
    }

    [Fact]
    public void Objects_of_two_Kustomizations_and_those_that_say_they_are_shared()
    {
        (string, string)[] Files(string text) =>
            [("apps/a.yaml", Trees.Kustomization("a", "media", "path: ./a")), ("apps/b.yaml", Trees.Kustomization("b", "media", "path: ./b")), ("a/x.yaml", text), ("b/x.yaml", text)];

        Trees.Check(RuleIds.ObjectOwnedTwice, Files(Trees.ConfigMap("x", "media"))).Should().ContainSingle();
        Trees.Check(RuleIds.ObjectOwnedTwice, Files(Trees.ConfigMap("x", "media").Replace("metadata:\n", "metadata:\n  annotations:\n    kustomize.toolkit.fluxcd.io/ssa: Merge\n"))).Should().BeEmpty();
    }

    [Fact]
    public void A_component_s_variable_is_missed_where_the_app_names_the_component()
    {
        var files = new[]
        {
            ("apps/ks.yaml", Trees.Kustomization("a", "media", "path: ./app\ncomponents:\n  - ../components/db\npostBuild:\n  substitute:\n    APP: a")), ("app/a.yaml", Trees.ConfigMap("a", "media", "x: ${APP}")),
            ("components/db/kustomization.yaml", Trees.Component("resources: [b.yaml]\n")), ("components/db/b.yaml", Trees.ConfigMap("b", "media", "x: ${NEEDED}\ny: ${NEEDED}")),
        };

        var finding = Trees.Check(RuleIds.UndefinedVariable, files).Single();
        finding.Place.Should().Be(new FindingPlace("apps/ks.yaml", 14, 7));
        finding.AlsoAt.Should().Equal(new FindingPlace("components/db/b.yaml", 7, 6));
        finding.Message.Should().StartWith("the component 'db' needs the variable 'NEEDED' (components/db/b.yaml(7,6)), and nothing provides it to 'media/a'");
    }

    [Fact]
    public void Nothing_is_said_of_dependencies_while_a_file_cannot_be_read()
    {
        var app = ("apps/a.yaml", Trees.Kustomization("a", "media", "path: ./empty\ndependsOn:\n  - name: b"));

        Trees.Check(RuleIds.UnknownDependency, app).Should().ContainSingle();
        Trees.Check(app, ("apps/b.yaml", "kind: [\n")).Should().Contain(finding => finding.Id == RuleIds.UnreadableYaml).And.NotContain(finding => finding.Id == RuleIds.UnknownDependency);
    }

    [Fact]
    public void Objects_are_judged_as_they_are_applied()
    {
        static (string, string)[] Files(string variables, string replicas) =>
        [
            ("apps/ks.yaml", Trees.Kustomization("a", "media", $"path: ./app\npostBuild:\n  {variables}")),
            ("app/d.yaml", $"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: d\n  namespace: media\nspec:\n  replicas: {replicas}\n  selector:\n    matchLabels: {{a: b}}\n  template:\n    metadata:\n      labels: {{a: b}}\n    spec:\n      containers:\n        - name: c\n          image: i:1\n"),
        ];

        Trees.Check(Files("substitute:\n    N: \"3\"", "${N}")).Should().BeEmpty("it is a number when it is applied");
        Trees.Check(Files("substitute:\n    N: many", "${N}")).Should().ContainSingle().Which.Should().Match<Finding>(finding => finding.Id == RuleIds.ValueChangesType && finding.Place == new FindingPlace("app/d.yaml", 7, 13), "told once, by the rule that knows why");
        Trees.Check(Files("substituteFrom:\n    - kind: Secret\n      name: hand", "${N}")).Should().BeEmpty("only the cluster knows");
        Trees.Check(Files("substitute:\n    N: \"3\"", "many ${N}")).Should().ContainSingle().Which.Id.Should().Be(RuleIds.ValueChangesType);
        Trees.Check(Files("substitute: {}", "many")).Should().ContainSingle().Which.Id.Should().Be(RuleIds.WrongType);
    }

    [Fact]
    public void A_definition_in_the_tree_says_how_its_objects_look()
    {
        const string crd = "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: boxes.example.org\nspec:\n  group: example.org\n  scope: Namespaced\n  names: {kind: Box, plural: boxes}\n  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema:\n        openAPIV3Schema:\n          type: object\n          properties:\n            spec:\n              type: object\n              properties:\n                size: {type: integer}\n";

        Check(RuleIds.WrongType, crd, Trees.Object("example.org/v1", "Box", "b", "media", "size: big")).Single().Place.Should().Be(new FindingPlace("apps/b.yaml", 7, 9));
        Check(RuleIds.UnknownField, crd, Trees.Object("example.org/v1", "Box", "b", "media", "sise: 1")).Should().ContainSingle();
        Check(RuleIds.WrongType, crd, Trees.Object("example.org/v1", "Box", "b", "media", "size: 1")).Should().BeEmpty();
        Check(RuleIds.WrongType, Trees.Object("example.org/v1", "Box", "b", "media", "size: big")).Should().BeEmpty("nobody knows the kind");
    }
}
