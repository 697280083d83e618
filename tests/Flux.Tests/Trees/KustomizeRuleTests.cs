namespace GitOps.Tests;

/// <summary>Each rule over kustomizations with the smallest wrong tree, the nearest right one, and one in which it cannot be known.</summary>
public sealed class KustomizeRuleTests
{
    private static readonly (string Path, string Text) A = ("apps/a.yaml", Trees.ConfigMap("a", "x"));

    [Fact]
    public void Duplicate_keys_fail_an_object_and_a_patch_and_lose_a_line_of_a_kustomization()
    {
        Trees.Check(("apps/a.yaml", Trees.ConfigMap("a", "x", "k: 1\nk: 2"))).Should().ContainSingle(finding => finding.Id == RuleIds.DuplicateKey)
            .Which.Should().Match<Finding>(finding => finding.Severity == FindingSeverity.Error && finding.Place == new FindingPlace("apps/a.yaml", 8, 3));
        Trees.Check(RuleIds.DuplicateKey, ("apps/kustomization.yaml", "resources: [a.yaml]\nresources: [a.yaml]\n"), A).Single().Severity.Should().Be(FindingSeverity.Warning);
        Trees.Check(RuleIds.DuplicateKey, ("apps/a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: x\n  labels: &l {a: b}\n  annotations:\n    <<: *l\n    a: c\n")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("../../components/volsync", "../components/volsync")]
    [InlineData("../components/volsink", "../components/volsync")]
    public void A_component_that_is_not_there_is_said_with_the_path_that_is(string written, string right)
    {
        var ks = ("apps/ks.yaml", Trees.Kustomization("a", "x", $"path: ./app\ncomponents:\n  - {written}"));
        var volsync = ("components/volsync/kustomization.yaml", Trees.Component("resources: []\n"));
        var app = ("app/a.yaml", Trees.ConfigMap("a", "x"));
        var inTree = written.StartsWith("../../", StringComparison.Ordinal) ? PathLeavesRootRule.Id : ComponentMissingRule.Id;

        Trees.Check(ks, volsync, app).Should().ContainSingle(finding => finding.Severity == FindingSeverity.Error).Which.Should().Match<Finding>(finding => finding.Id == inTree && finding.Place!.Path == "apps/ks.yaml" && finding.Place.Line == 14);
        Trees.Check(("apps/ks.yaml", Trees.Kustomization("a", "x", $"path: ./app\ncomponents:\n  - {right}")), volsync, app).Should().BeEmpty();
        if (inTree == ComponentMissingRule.Id)
            Trees.Check(ks, volsync, app).Single().Suggestion.Should().Be(right);
        Trees.Check(("apps/ks.yaml", Trees.Kustomization("a", "x", $"path: ./app\nignoreMissingComponents: true\ncomponents:\n  - {written}")), volsync, app).Should().BeEmpty();
    }

    [Fact]
    public void A_component_of_the_wrong_depth_is_found_from_the_folder_above()
    {
        var finding = Trees.Check(("apps/ks.yaml", Trees.Kustomization("a", "x", "path: ./k/apps/media/a\ncomponents:\n  - ../../components/volsync")),
            ("k/components/volsync/kustomization.yaml", Trees.Component("resources: []\n")), ("k/apps/media/a/a.yaml", Trees.ConfigMap("a", "x"))).Single();

        finding.Id.Should().Be(RuleIds.ComponentMissing);
        finding.Suggestion.Should().Be("../../../components/volsync");
    }

    /// <summary>What a file says, whether kustomize calls it empty, and whether Flux does where it lies at a path: it writes that one anew without what is empty.</summary>
    public static TheoryData<string, bool, bool> AlmostEmpty => new()
    {
        { "", true, true },
        { "resources:\n", true, true },
        { "namePrefix: ''\n", true, true },
        { "bases: []\n", true, true },
        { "resources: []\n", false, true },
        { "patches: []\ncomponents: []\n", false, true },
        { "commonLabels: {}\n", false, true },
        { "openapi: {}\n", false, true },
        { "metadata: {}\n", false, false },
        { "metadata:\n  name: x\nresources: []\n", false, false },
        { "generatorOptions: {}\n", false, false },
        { "helmGlobals: {}\n", false, false },
        { "namespace: x\n", false, false },
        { "buildMetadata: [originAnnotations]\n", false, false },
    };

    [Theory]
    [MemberData(nameof(AlmostEmpty))]
    public void An_empty_kustomization_is_told_where_kustomize_or_Flux_calls_it_empty(string text, bool isEmptyForKustomize, bool isEmptyForFlux)
    {
        var file = Head + text;

        Trees.Check(CannotBeAppliedRule.Id, ("apps/kustomization.yaml", "resources: [below, a.yaml]\n"), A, ("apps/below/kustomization.yaml", file)).Should().HaveCount(isEmptyForKustomize ? 1 : 0);
        Trees.Check(CannotBeAppliedRule.Id, ("apps/ks.yaml", Trees.Kustomization("k", "x", "path: ./at")), ("at/kustomization.yaml", file)).Should().HaveCount(isEmptyForFlux ? 1 : 0);
    }

    [KubectlTheory]
    [MemberData(nameof(AlmostEmpty))]
    public void Kustomize_itself_calls_the_same_empty(string text, bool isEmptyForKustomize, bool isEmptyForFlux)
    {
        var folder = Directory.CreateTempSubdirectory("gitops-empty-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "kustomization.yaml"), Head + text);
            var (exitCode, output) = Shell.Run(folder.FullName, "kubectl", "kustomize", ".");

            (exitCode != 0).Should().Be(isEmptyForKustomize, output);
            output.Contains("kustomization.yaml is empty", StringComparison.Ordinal).Should().Be(isEmptyForKustomize, output);
            (isEmptyForKustomize && !isEmptyForFlux).Should().BeFalse();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private const string Head = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n";

    [Theory]
    [InlineData("targetNamespace: x")]
    [InlineData("namePrefix: x-")]
    [InlineData("buildMetadata: [originAnnotations]")]
    [InlineData("patches: [{patch: '[]', target: {kind: X}}]")]
    public void What_a_Kustomization_adds_fills_the_empty_file_at_its_path(string spec) =>
        Trees.Check(CannotBeAppliedRule.Id, ("apps/ks.yaml", Trees.Kustomization("k", "x", "path: ./at\n" + spec)), ("at/kustomization.yaml", Head)).Should().BeEmpty();

    [Theory]
    [InlineData("/components/a")]
    [InlineData("https://github.com/x/y")]
    [InlineData("github.com/x/y")]
    public void Components_of_a_Kustomization_are_relative_paths(string path) =>
        Trees.Check(("apps/ks.yaml", Trees.Kustomization("a", "x", $"path: ./app\ncomponents:\n  - {path}")), ("app/a.yaml", Trees.ConfigMap("a", "x"))).Should().ContainSingle().Which.Id.Should().Be(RuleIds.ComponentNotLocal);

    [Fact]
    public void A_component_under_resources_and_a_kustomization_under_components()
    {
        Trees.Check(("apps/kustomization.yaml", "resources: [c]\n"), ("apps/c/kustomization.yaml", Trees.Component("resources: [a.yaml]\n")), ("apps/c/a.yaml", Trees.ConfigMap("a", "x")))
            .Should().ContainSingle().Which.Should().Match<Finding>(finding => finding.Id == RuleIds.ComponentListedAsResource && finding.Place == new FindingPlace("apps/kustomization.yaml", 1, 13));
        Trees.Check(("apps/kustomization.yaml", "components: [c]\n"), ("apps/c/kustomization.yaml", "resources: [a.yaml]\n"), ("apps/c/a.yaml", Trees.ConfigMap("a", "x")))
            .Should().ContainSingle().Which.Id.Should().Be(RuleIds.NotAComponent);
        Trees.Check(("apps/kustomization.yaml", "components: [c]\n"), ("apps/c/kustomization.yaml", Trees.Component("resources: [a.yaml]\n")), ("apps/c/a.yaml", Trees.ConfigMap("a", "x"))).Should().BeEmpty();
    }

    [Fact]
    public void A_file_that_nothing_lists_is_said_and_one_that_a_generator_reads_is_not()
    {
        Trees.Check(("apps/kustomization.yaml", "resources: [a.yaml]\n"), A, ("apps/b.yaml", Trees.ConfigMap("b", "x"))).Should().ContainSingle().Which.Should()
            .Match<Finding>(finding => finding.Id == RuleIds.UnlistedFile && finding.Severity == FindingSeverity.Warning && finding.Place!.Path == "apps/b.yaml");
        Trees.Check(("apps/kustomization.yaml", "resources: [a.yaml]\nconfigMapGenerator:\n  - name: g\n    namespace: x\n    files: [b.yaml]\npatches:\n  - path: c.yaml\n"), A, ("apps/b.yaml", Trees.ConfigMap("b", "x")),
            ("apps/c.yaml", Trees.ConfigMap("a", "x")), ("apps/values.yaml", "replicas: 1\n")).Should().BeEmpty();
    }

    [Fact]
    public void One_object_twice_fails_the_build_also_when_a_namespace_makes_it_so()
    {
        Trees.Check(("apps/kustomization.yaml", "resources: [a.yaml, b.yaml]\n"), A, ("apps/b.yaml", Trees.ConfigMap("a", "x"))).Should().ContainSingle().Which.Should()
            .Match<Finding>(finding => finding.Id == RuleIds.ObjectTwiceInBuild && finding.Place!.Path == "apps/b.yaml" && finding.AlsoAt[0].Path == "apps/a.yaml");
        Trees.Check(("apps/kustomization.yaml", "namespace: z\nresources: [a.yaml, b.yaml]\n"), A, ("apps/b.yaml", Trees.ConfigMap("a", "y"))).Should().ContainSingle().Which.Id.Should().Be(RuleIds.ObjectTwiceInBuild);
        Trees.Check(("apps/kustomization.yaml", "resources: [a.yaml, b.yaml]\n"), A, ("apps/b.yaml", Trees.ConfigMap("a", "y"))).Should().BeEmpty();
    }

    [Fact]
    public void Folders_that_include_each_other_or_one_around_them()
    {
        Trees.Check(("apps/kustomization.yaml", "resources: [b]\n"), ("apps/b/kustomization.yaml", "resources: [../c]\n"), ("apps/c/kustomization.yaml", "resources: [../b]\n")).Should().ContainSingle()
            .Which.Should().Match<Finding>(finding => finding.Id == RuleIds.IncludeCircle && finding.Message.Contains("apps/b → apps/c → apps/b"));
        Trees.Check(("apps/kustomization.yaml", "resources: [b]\n"), ("apps/b/kustomization.yaml", "resources: [..]\n")).Should().ContainSingle().Which.Id.Should().Be(RuleIds.IncludeCircle);
        Trees.Check(("apps/kustomization.yaml", "components: [c]\n"), ("apps/c/kustomization.yaml", Trees.Component("components: [../d]\n")), ("apps/d/kustomization.yaml", Trees.Component("components: [../c]\n")))
            .Should().ContainSingle().Which.Id.Should().Be(RuleIds.IncludeCircle);
    }

    [Theory]
    [InlineData("metadata:\n  name: a\n", "no apiVersion, no kind")]
    [InlineData("apiVersion: v1\nkind: ConfigMap\n", "no name")]
    [InlineData("- a\n", "a list")]
    [InlineData("a: b\n", "Helm values")]
    public void A_resource_that_is_no_object(string text, string why) =>
        Trees.Check(("apps/kustomization.yaml", "resources: [a.yaml]\n"), ("apps/a.yaml", text)).Should().ContainSingle(why).Which.Id.Should().Be(RuleIds.ResourceIsNoObject);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("---\n---\n")]
    [InlineData("{}\n")]
    [InlineData("apiVersion: v1\nkind: ConfigMapList\nitems:\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata:\n      name: a\n      namespace: x\n")]
    public void A_resource_that_holds_nothing_or_a_list_of_objects_is_fine(string text) => Trees.Check(("apps/kustomization.yaml", "resources: [a.yaml]\n"), ("apps/a.yaml", text)).Should().BeEmpty();

    public static TheoryData<string> Inapplicable => new(
        "resource: [a.yaml]\n",
        "resources: [a.yaml]\npatches:\n  - target: {kind: ConfigMap}\n    patch: |\n      - {op: replace, path: /data/none, value: x}\n",
        "resources: [a.yaml]\npatches:\n  - target: {kind: ConfigMap}\n    patch: |\n      - {op: remove, path: /metadata/labels/x}\n",
        "resources: [a.yaml]\npatches:\n  - target: {kind: ConfigMap}\n    patch: |\n      - {op: test, path: /metadata/name, value: q}\n",
        "resources: [a.yaml]\npatches:\n  - target: {kind: ConfigMap}\n    patch: |\n      - {op: add, path: /spec/list/-, value: q}\n",
        "resources: [a.yaml]\npatches:\n  - patch: |\n      apiVersion: v1\n      kind: ConfigMap\n      metadata:\n        name: b\n        namespace: x\n",
        "resources: [a.yaml]\npatches:\n  - patch: |\n      apiVersion: v1\n      kind: ConfigMap\n      metadata:\n        name: a\n",
        "resources: [a.yaml]\npatches:\n  - patch: |\n      - {op: add, path: /data/x, value: q}\n",
        "resources: [a.yaml]\npatches:\n  - target: {kind: ConfigMap}\n    patch: hello\n",
        "resources: [a.yaml]\npatches:\n  - target: {kind: ConfigMap}\n",
        "resources: [a.yaml]\npatches:\n  - target: {kind: ConfigMap}\n    patch: |\n      data:\n        a: b\n",
        "resources: [a.yaml]\nconfigMapGenerator:\n  - name: none\n    behavior: merge\n    literals: [a=b]\n",
        "resources: [a.yaml]\nconfigMapGenerator:\n  - name: a\n    namespace: x\n    literals: [a=b]\n",
        "resources: [a.yaml]\nconfigMapGenerator:\n  - name: g\n    namespace: x\n    literals: [a=b, a=c]\n",
        "resources: [a.yaml]\nconfigMapGenerator:\n  - name: g\n    namespace: x\n    literals: [a]\n",
        "resources: [a.yaml]\nconfigMapGenerator:\n  - literals: [a=b]\n");

    [Theory]
    [MemberData(nameof(Inapplicable))]
    public void What_kustomize_cannot_apply(string kustomization) =>
        Trees.Check(("apps/kustomization.yaml", kustomization), A).Should().ContainSingle(finding => finding.Severity == FindingSeverity.Error, kustomization).Which.Id.Should().Be(RuleIds.CannotBeApplied);

    public static TheoryData<string> Applicable => new(
        "resources: [a.yaml]\npatches:\n  - target: {kind: Deployment}\n    patch: |\n      - {op: replace, path: /data/none, value: x}\n",
        "resources: [a.yaml]\npatches:\n  - target: {kind: ConfigMap, name: b}\n    patch: |\n      - {op: replace, path: /data/none, value: x}\n",
        "resources: [a.yaml]\npatches:\n  - target: {kind: ConfigMap}\n    patch: |\n      - {op: add, path: /data/new, value: x}\n      - {op: test, path: /data/new, value: x}\n      - {op: replace, path: /data/new, value: z}\n      - {op: move, from: /data/new, path: /data/old}\n      - {op: remove, path: /data/old}\n",
        "namespace: z\nresources: [a.yaml]\npatches:\n  - patch: |\n      apiVersion: v1\n      kind: ConfigMap\n      metadata:\n        name: a\n        namespace: x\n      data:\n        k: null\n",
        "resources: [a.yaml]\nconfigMapGenerator:\n  - name: a\n    namespace: x\n    behavior: merge\n    literals: [a=b]\n",
        // A remote base may hold what the patch names.
        "resources: [a.yaml, \"https://example.org/base?ref=v1\"]\npatches:\n  - patch: |\n      apiVersion: v1\n      kind: ConfigMap\n      metadata:\n        name: b\n        namespace: x\n");

    [Theory]
    [MemberData(nameof(Applicable))]
    public void What_kustomize_applies(string kustomization) => Trees.Check(("apps/kustomization.yaml", kustomization), A).Where(static finding => finding.Severity == FindingSeverity.Error).Should().BeEmpty();

    [Fact]
    public void A_Namespace_of_a_real_name_is_renamed_by_the_namespace_around_it()
    {
        static string Namespace(string name) => $"apiVersion: v1\nkind: Namespace\nmetadata:\n  name: {name}\n";

        Trees.Check(("apps/kustomization.yaml", "namespace: media\nresources: [ns.yaml]\n"), ("apps/ns.yaml", Namespace("downloads"))).Should().ContainSingle().Which.Should()
            .Match<Finding>(finding => finding.Id == RuleIds.NamespaceRenamed && finding.Place == new FindingPlace("apps/ns.yaml", 4, 9));
        foreach (var name in new[] { "_", "not-used", "media" })
            Trees.Check(("apps/kustomization.yaml", "namespace: media\nresources: [ns.yaml]\n"), ("apps/ns.yaml", Namespace(name))).Where(static finding => finding.Severity == FindingSeverity.Error).Should().BeEmpty();
    }

    [Fact]
    public void A_patch_from_above_that_replaces_a_list_is_said_where_the_list_is_lost()
    {
        const string patch = "path: ./apps\npatches:\n  - target:\n      kind: Kustomization\n    patch: |\n      apiVersion: kustomize.toolkit.fluxcd.io/v1\n      kind: Kustomization\n      metadata:\n        name: _\n      spec:\n        components:\n          - ../components/a\n";
        (string, string)[] Files(string components) =>
        [
            ("flux/cluster.yaml", Trees.Kustomization("cluster", "flux-system", patch)), ("apps/ks.yaml", Trees.Kustomization("a", "x", "path: ./app" + components)),
            ("app/a.yaml", Trees.ConfigMap("a", "x")), ("components/a/kustomization.yaml", Trees.Component("resources: []\n")), ("components/b/kustomization.yaml", Trees.Component("resources: []\n")),
        ];

        Trees.Check(Files("\ncomponents:\n  - ../components/b")).Should().ContainSingle().Which.Should().Match<Finding>(finding => finding.Id == RuleIds.ParentPatchReplacesList && finding.Severity == FindingSeverity.Warning
            && finding.Place == new FindingPlace("apps/ks.yaml", 14, 5) && finding.AlsoAt[0].Path == "flux/cluster.yaml");
        Trees.Check(Files("\ncomponents:\n  - ../components/a")).Should().BeEmpty("nothing is lost");
        Trees.Check(Files("")).Should().BeEmpty();
    }

    [Fact]
    public void A_path_that_is_not_there()
    {
        Trees.Check(("apps/ks.yaml", Trees.Kustomization("a", "x", "path: ./aps/a")), ("apps/a/b.yaml", Trees.ConfigMap("a", "x"))).Should().ContainSingle().Which.Should()
            .Match<Finding>(finding => finding.Id == RuleIds.PathMissing && finding.Place == new FindingPlace("apps/ks.yaml", 12, 9) && finding.Suggestion == "apps/a");
        Trees.Check(("apps/ks.yaml", Trees.Kustomization("a", "x", "path: ./${WHERE}\n")), ("flux/cluster.yaml", Trees.Kustomization("cluster", "flux-system", "path: ./apps\npostBuild:\n  substituteFrom:\n    - kind: Secret\n      name: hand")))
            .Should().BeEmpty("nobody knows the path");
    }

    [Fact]
    public void Paths_that_leave_the_repository_end_in_a_finding() =>
        Trees.Check(("apps/kustomization.yaml", "resources: [../../../etc/passwd]\n")).Should().ContainSingle().Which.Id.Should().Be(RuleIds.PathLeavesRoot);

    [Theory]
    [InlineData("target: {kind: ConfigMap, name: b}", 1)]
    [InlineData("target: {kind: ConfigMap, name: a, namespace: other}", 1)]
    [InlineData("target: {group: apps, kind: ConfigMap, name: a}", 1)]
    [InlineData("target: {kind: ConfigMap, name: a}", 0)]
    [InlineData("target: {kind: ConfigMap, name: \"b.*\"}", 0)]
    [InlineData("target: {kind: Secret}", 0)]
    [InlineData("target: {kind: ConfigMap, labelSelector: a=b}", 0)]
    public void A_patch_for_one_object_has_that_object(string target, int findings)
    {
        var patch = $"patches:\n  - patch: |\n      - op: add\n        path: /data/x\n        value: y\n    {target}\n";

        Trees.Check(RuleIds.PatchMatchesNothing, ("apps/kustomization.yaml", "resources: [a.yaml]\n" + patch), A).Should().HaveCount(findings);
        Trees.Check(RuleIds.PatchMatchesNothing, ("apps/kustomization.yaml", "resources: [a.yaml, https://example.org/more.yaml]\n" + patch), A).Should().BeEmpty("what is not seen may be meant");
        Trees.Check(RuleIds.PatchMatchesNothing, ("apps/kustomization.yaml", "resources: [a.yaml]\ncomponents: [../part]\n"), ("part/kustomization.yaml", Trees.Component(patch)), A).Should().BeEmpty("a component is for many");
    }
}
