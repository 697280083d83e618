using GitOps.Models.Kubernetes;

namespace GitOps.Tests;

/// <summary>Synth judges what it renders by the rules that analyzers and validate have: the same ids at C# lines, and nothing where a value is unknown.</summary>
public sealed class RenderedRuleTests
{
    private static IReadOnlyList<Finding> Of<TApp>(Values? rootSpec = null, params (string, string)[] files)
        where TApp : FluxApp, new() => Findings(rootSpec, files, SampleCluster.App<TApp, Media>("one", "media"));

    private static IReadOnlyList<Finding> Findings(Values? rootSpec, (string, string)[] files, params AppRegistration[] apps) =>
        TreeRenderer.Render(new SampleCluster(apps) { RootKustomization = new() { OtherSpec = rootSpec } }, new RenderOptions(new SomeFiles(files))).Result.Findings;

    private static Values Root(string name, string value) => new() { ["postBuild"] = new() { ["substitute"] = new() { [name] = value } } };

    [Fact]
    public void A_variable_in_a_component_in_CSharp_is_its_users_to_provide()
    {
        var found = Of<UsesWithout>().Should().ContainSingle(static finding => finding.Id == UndefinedVariableRule.Id).Subject;

        found.Message.Should().Contain("'store' needs the variable 'STORE_SIZE'").And.Contain("media/one");
        found.Place!.Path.Should().Be("Apps/UsesWithout.cs", "the component was made there; its generated file is not known to this test");
        Of<UsesWith>().Should().BeEmpty();
    }

    [Fact]
    public void A_variable_of_a_source_that_the_app_does_not_name_stays_as_it_is()
    {
        var found = Of<NamesNoSource>().Should().ContainSingle().Subject;

        (found.Id, found.FieldPath, found.Severity).Should().Be((SubstitutionNeverRunsRule.Id, "data.a", FindingSeverity.Warning));
        found.Message.Should().EndWith("'zones' has 'ZONE': name it in substituteFrom (of an app: [SubstituteFrom<ZonesSource>])");
        Findings(null, [], With(SampleCluster.App<NamesNoSource, Media>("one", "media"), static () => new ZonesSource())).Should().NotContain(static finding => finding.Id == SubstitutionNeverRunsRule.Id);
    }

    [Fact]
    public void A_component_in_CSharp_that_cannot_be_parsed_is_said_once() =>
        Findings(null, [], SampleCluster.App<UsesBroken, Media>("one", "media"), SampleCluster.App<UsesBrokenToo, Media>("two", "media"))
            .Should().ContainSingle(static finding => finding.Id == SubstitutionSyntaxRule.Id).Which.FieldPath.Should().Be("data.a");

    [Fact]
    public void A_value_of_a_user_that_changes_its_type_in_a_component_is_found_in_the_component()
    {
        var found = Of<UsesWithNumber>().Should().ContainSingle(static finding => finding.Id == ValueChangesTypeRule.Id).Subject;

        found.FieldPath.Should().Be("data.size");
        found.AlsoAt.Should().ContainSingle();
    }

    [Theory]
    [InlineData("on", 1)]
    [InlineData("0123", 1)]
    [InlineData("some text", 0)]
    [InlineData("1.2.3", 0)]
    public void A_value_that_changes_its_type_in_a_typed_field_is_found(string value, int expected)
    {
        TypedField.Value = value;
        Of<TypedField>().Count(static finding => finding.Id == ValueChangesTypeRule.Id && finding.FieldPath == "data.a").Should().Be(expected);
    }

    [Fact]
    public void A_secret_in_a_whole_string_field_is_a_warning_and_in_a_free_one_is_not()
    {
        var findings = Findings(null, [], With(SampleCluster.App<TakesSecret, Media>("one", "media"), static () => new Settings()));

        findings.Where(static finding => finding.Id == UnknownValueRule.Id).Select(static finding => finding.FieldPath).Should().Equal("data.whole");
    }

    [Fact]
    public void What_a_namespace_holds_takes_its_variables_from_the_root()
    {
        Findings(Root("ZONE", "a"), [], SampleCluster.App<Plain, Sharing>("one", "sharing")).Should().ContainSingle(static finding => finding.Id == UndefinedVariableRule.Id)
            .Which.Message.Should().Contain("'NOWHERE'").And.Contain("flux-system/cluster-apps");
        // Nothing substitutes there: what no source has is left alone, and what one has is a slip.
        Findings(null, [], SampleCluster.App<Plain, Sharing>("one", "sharing")).Should().ContainSingle().Which.Message.Should().StartWith("'${ZONE}' stays as it is written: 'flux-system/cluster-apps' has no variable");
    }

    [Fact]
    public void A_component_in_CSharp_of_a_namespace_takes_no_variables_where_the_root_has_none() =>
        Findings(null, [], SampleCluster.App<Plain, WithStore>("one", "withstore")).Should().ContainSingle().Which.Id.Should().Be(RuleIds.NamespaceComponentTakesVariables);

    [Fact]
    public void Variables_that_a_patch_of_the_root_brings_are_there()
    {
        var cluster = new SampleCluster(SampleCluster.App<TakesShared, Media>("one", "media"))
        {
            RootKustomization = new() { Patches = [Patch.Merge("apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: _\nspec:\n  postBuild:\n    substitute:\n      SHARED: a\n", new PatchTarget { Kind = "Kustomization" })] },
        };

        cluster.Render().Result.Findings.Select(static finding => finding.Message).Should().ContainSingle().Which.Should().Contain("'MISSING'");
    }

    [Fact]
    public void Defaults_of_the_cluster_for_HelmReleases_are_judged_for_each_app()
    {
        var cluster = new SampleCluster(SampleCluster.App<OwnVariable, Media>("one", "media"))
        {
            RootKustomization = new() { HelmReleaseDefaults = new() { ["values"] = new() { ["a"] = "${NOWHERE}" } } },
        };

        cluster.Render().Result.Findings.Should().ContainSingle(static finding => finding.Id == UndefinedVariableRule.Id).Which.Place!.Path.Should().Be("Home.cs");
    }

    [Fact]
    public void An_app_with_patches_of_its_own_is_built_with_them_beside_the_cluster_s_defaults()
    {
        var cluster = new SampleCluster(SampleCluster.App<PatchesItself, Media>("one", "media"), SampleCluster.App<WithChart, Media>("two", "media"))
        {
            RootKustomization = new() { HelmReleaseDefaults = new() { ["timeout"] = "5m" } },
        };

        // The patch takes the chart's name away: only who applies it sees that.
        cluster.Render().Result.Findings.Should().ContainSingle(static finding => finding.Id == RuleIds.UnknownChart).Which.Message.Should().Contain("media/one");
    }

    [Fact]
    public void A_template_that_lost_a_brace_is_found_in_a_computed_text() =>
        Of<LostBrace>().Should().ContainSingle(static finding => finding.Id == SingleBraceTemplateRule.Id).Which.FieldPath.Should().Be("data.host");

    [Fact]
    public void A_Kustomization_in_YAML_closes_a_circle()
    {
        var (path, text) = ("kubernetes/apps/media/byhand/ks.yaml",
            "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: byhand\nspec:\n  path: ./kubernetes/apps/media/byhand/app\n  dependsOn:\n    - name: one\n");

        var found = Of<DependsByName>(null, (path, text)).Should().ContainSingle(static finding => finding.Id == DependencyCycleRule.Id).Subject;

        found.Message.Should().Contain("media/byhand");
        Of<Plain>(null, (path, text.Replace("one", "elsewhere", StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Fact]
    public void A_Kustomization_in_YAML_of_the_same_name_is_a_duplicate() =>
        Of<Plain>(null, ("kubernetes/apps/media/byhand/ks.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: one\nspec:\n  path: ./kubernetes/apps/media/byhand/app\n"))
            .Should().ContainSingle().Which.Id.Should().Be(DuplicateKustomizationRule.Id);

    [Fact]
    public void An_object_of_a_namespace_that_an_app_lists_too_is_owned_twice() =>
        Findings(null, [], SampleCluster.App<ListsTwice, Owning>("one", "owning")).Should().ContainSingle(static finding => finding.Id == ObjectOwnedTwiceRule.Id);

    [Fact]
    public void What_a_generated_Secret_holds_is_not_substituted() => Of<SecretScripts>().Where(static finding => finding.Id.StartsWith("GOPS2", StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public void A_HelmRelease_whose_chart_nobody_lists_is_found_at_its_line()
    {
        var found = Of<NoChart>().Should().ContainSingle(static finding => finding.Id == RuleIds.UnknownChart).Subject;

        found.Place!.Path.Should().Be("RenderedRuleTests.cs");
        found.Place.Line.Should().BePositive();
        Of<WithChart>().Should().BeEmpty();
    }

    [Fact]
    public void A_dependency_by_name_that_is_nowhere_is_an_error_where_the_tree_is_seen_whole()
    {
        Of<DependsByName>().Should().ContainSingle(static finding => finding.Id == UnknownDependencyRule.Id).Which.Place!.Path.Should().Be("Apps/DependsByName.cs");

        TreeRenderer.Render(new SampleCluster(SampleCluster.App<DependsByName, Media>("one", "media")), new RenderOptions(new SomeFiles()) { IsWholeRepository = false }).Result.Findings.Should().BeEmpty();
        Of<DependsByName>(null, ("kubernetes/flux/other/ks.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: other\nspec:\n  path: ./elsewhere\n"))
            .Should().BeEmpty("another root may lead to it");
    }

    [Fact]
    public void What_the_API_server_rejects_is_found_at_the_line_of_the_object_with_the_field()
    {
        var findings = Of<Rejected>();

        findings.Select(static finding => (finding.Id, finding.FieldPath)).Should().BeEquivalentTo([(RuleIds.UnknownField, "spec.replicaz"), (RuleIds.WrongType, "spec.paused")]);
        findings.Should().OnlyContain(static finding => finding.Place!.Path == "RenderedRuleTests.cs" && finding.Place.Line > 0);
        // The project may lie at the repository's root: its code is there, and no neighbour.
        Of<Rejected>(null, ("RenderedRuleTests.cs", "class X;")).Should().BeEquivalentTo(findings);
    }

    [Fact]
    public void What_a_variable_makes_of_a_field_is_judged_after_substitution_and_not_where_it_is_unknown()
    {
        TypedNumber.Value = "many";
        Of<TypedNumber>().Should().Contain(static finding => finding.FieldPath == "spec.replicas");
        TypedNumber.Value = "2";
        Of<TypedNumber>().Should().BeEmpty();
        Findings(null, [], With(SampleCluster.App<UnknownNumber, Media>("one", "media"), static () => new Settings())).Should().BeEmpty("only the cluster knows the value");
    }

    [Fact]
    public void A_folder_of_hand_written_YAML_that_an_app_wires_is_judged_in_the_YAML()
    {
        var app = SampleCluster.App<Plain, Media>("one", "media");
        var wired = new AppRegistration
        {
            Type = app.Type,
            Create = static () => new Wired(),
            Name = app.Name,
            Namespace = app.Namespace,
            Directory = app.Directory,
            Folder = app.Folder,
            File = app.File,
            Existing = "app",
        };
        const string Folder = "kubernetes/apps/media/one/app";

        var findings = Findings(null,
        [
            (Folder + "/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - ./configmap.yaml\n  - ./gone.yaml\n"),
            (Folder + "/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: one\ndata:\n  a: the ${A} and ${NOWHERE}\n"),
        ], wired);

        findings.Select(static finding => (finding.Id, finding.Place!.Path, finding.Place.Line)).Should().BeEquivalentTo(
            [(RuleIds.ResourceMissing, Folder + "/kustomization.yaml", 5), (UndefinedVariableRule.Id, Folder + "/configmap.yaml", 6)]);
    }

    private const string Zones = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: zones\n  namespace: media\ndata:\n  PORT: \"8080\"\n  ZONE: home\n";

    [Fact]
    public void The_value_that_a_file_shows_counts_for_a_declared_source()
    {
        var findings = Findings(null, [("kubernetes/flux/zones.yaml", Zones)], With(SampleCluster.App<TakesZones, Media>("one", "media"), static () => new ZonesSource()));

        findings.Should().ContainSingle().Which.Should().Match<Finding>(static finding => finding.Id == ValueChangesTypeRule.Id && finding.FieldPath == "data.port");
        // Without the file only the cluster knows.
        Findings(null, [], With(SampleCluster.App<TakesZones, Media>("one", "media"), static () => new ZonesSource())).Select(static finding => finding.Id).Should().Equal(UnknownValueRule.Id, UnknownValueRule.Id);
    }

    [Fact]
    public void A_variable_declared_by_hand_that_its_object_lacks_is_an_error()
    {
        var renamed = Zones.Replace("ZONE:", "ZONES:", StringComparison.Ordinal).Replace("8080", "text", StringComparison.Ordinal);

        var found = Findings(null, [("kubernetes/flux/zones.yaml", renamed)], With(SampleCluster.App<TakesZones, Media>("one", "media"), static () => new ZonesSource()))
            .Should().ContainSingle(static finding => finding.Id == DeclaredKeyRule.Id).Subject;

        found.Message.Should().EndWith("ZonesSource' declares the variable 'ZONE', and the ConfigMap 'zones' has no such key; did you mean 'ZONES'?");
        found.Place!.Path.Should().Be("Apps/TakesZones.cs");
        found.AlsoAt.Should().ContainSingle().Which.Path.Should().Be("kubernetes/flux/zones.yaml");
    }

    [Fact]
    public void A_field_with_a_member_of_its_own_is_not_set_beside_it() =>
        Of<Plain>(new Values { ["interval"] = "5m" }).Should().ContainSingle().Which.Should().Match<Finding>(static finding => finding.Id == "GOPS0025" && finding.FieldPath == "spec.interval");

    [Fact]
    public void A_source_made_in_code_is_held_against_the_class_that_declares_it()
    {
        var takes = With(SampleCluster.App<TakesZones, Media>("one", "media"), static () => new ZonesSource());

        Findings(null, [], takes, SampleCluster.App<MakesZones, Media>("two", "media")).Should().ContainSingle(static finding => finding.Severity == FindingSeverity.Error).Which.Id.Should().Be(DeclaredKeyRule.Id);
        // With a patch of another's it may hold more than is seen: a Secret that an operator fills.
        Findings(null, [("kubernetes/flux/zones.yaml", Zones.Replace("data:", "data: {}\nx:", StringComparison.Ordinal).Replace("metadata:\n", "metadata:\n  annotations: {reflector.v1.k8s.emberstack.com/reflects: a/b}\n", StringComparison.Ordinal))], takes)
            .Should().NotContain(static finding => finding.Id == DeclaredKeyRule.Id);
    }

    [Fact]
    public void A_source_of_a_component_that_the_namespace_does_not_list_is_missing()
    {
        (string, string)[] files =
        [
            ("kubernetes/components/zones/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [zones.yaml]\n"),
            ("kubernetes/components/zones/zones.yaml", Zones.Replace("  namespace: media\n", "", StringComparison.Ordinal).Replace("8080", "text", StringComparison.Ordinal)),
        ];

        var found = Findings(null, files, With(SampleCluster.App<TakesZones, Media>("one", "media"), static () => new ZonesSource()), SampleCluster.App<Plain, WithZones>("two", "withzones")).Should().ContainSingle().Subject;

        (found.Id, found.Place!.Path).Should().Be((RuleIds.MissingVariableSource, "Apps/TakesZones.cs"));
        found.Message.Should().Be("'media/one' takes variables from the ConfigMap 'zones', and the namespace 'media' has none; the component 'kubernetes/components/zones' brings it: add it to the namespace");
        Findings(null, files, With(SampleCluster.App<TakesZones, WithZones>("one", "withzones"), static () => new ZonesSource())).Should().BeEmpty();
        // A component that nobody lists is in no namespace at all; what the repository does not hold may have been made by hand.
        Findings(null, files, With(SampleCluster.App<TakesZones, Media>("one", "media"), static () => new ZonesSource())).Should().ContainSingle().Which.Message.Should().Be(found.Message);
        Findings(null, [], With(SampleCluster.App<TakesZones, Media>("one", "media"), static () => new ZonesSource())).Should().NotContain(static finding => finding.Id == RuleIds.MissingVariableSource);
    }

    [Fact]
    public void A_literal_dollar_beside_a_variable_cannot_be_written_for_who_substitutes_and_who_does_not()
    {
        Findings(null, [], SampleCluster.App<UsesMixed, Media>("one", "media"), SampleCluster.App<UsesMixedWithVariable, Media>("two", "media"))
            .Should().ContainSingle(static finding => finding.Severity == FindingSeverity.Error).Which.Id.Should().Be("GOPS2020");
        Findings(null, [], SampleCluster.App<UsesMixedWithVariable, Media>("two", "media")).Should().NotContain(static finding => finding.Severity == FindingSeverity.Error);
    }

    private sealed class Mixed : FluxComponent
    {
        protected internal override string Directory => "components/mixed";

        protected internal override ManifestList Manifests => [new ConfigMap("mixed") { Data = new() { ["a"] = GitOps.Text.Literal("echo ${HOME}"), ["b"] = "the ${SIZE:=small} one" } }];
    }

    private sealed class UsesMixed : FluxApp
    {
        public override ComponentList Components => [new Mixed()];

        public override ManifestList Manifests => [];
    }

    private sealed class UsesMixedWithVariable : FluxApp
    {
        public override Map<string> Substitute => new() { ["SIZE"] = "big" };

        public override ComponentList Components => [new Mixed()];

        public override ManifestList Manifests => [];
    }

    private sealed class ZonesSource : VariableSource
    {
        public const string Port = "${PORT}";

        public const string Zone = "${ZONE}";

        public override string Kind => "ConfigMap";

        public override string Name => "zones";
    }

    private sealed class TakesZones : FluxApp
    {
        public override ManifestList Manifests => [new ConfigMap { Data = new() { ["port"] = ZonesSource.Port, ["zone"] = ZonesSource.Zone } }];
    }

    private sealed class MakesZones : FluxApp
    {
        public override ManifestList Manifests => [new ConfigMap("zones") { Data = new() { ["PORT"] = "a" } }];
    }

    private sealed class WithZones : FluxNamespace
    {
        public override ComponentList Components => [new ZonesComponent()];
    }

    private sealed class ZonesComponent : FluxComponent
    {
        protected internal override string Directory => "components/zones";
    }

    private sealed class NamesNoSource : FluxApp
    {
        public override ManifestList Manifests =>
        [
            new ConfigMap
            {
                Metadata = new() { Annotations = new() { ["own"] = "${AWS_ACCESS_KEY_ID}" } },
                Data = new() { ["a"] = "zone=${ZONE}", ["b"] = Text.Literal("${ZONE}"), ["c"] = "cd\necho ${ZONE}" },
            },
            new ConfigMap("out") { Metadata = new() { Annotations = new() { [SubstitutionSwitch.Key] = SubstitutionSwitch.Disabled } }, Data = new() { ["a"] = "${ZONE}" } },
        ];
    }

    private sealed class Wired : FluxApp
    {
        public override Map<string> Substitute => new() { ["A"] = "b" };

        public override ManifestList Manifests => [];
    }

    private sealed class NoChart : FluxApp
    {
        public override ManifestList Manifests => [new Models.FluxCD.HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "nowhere" } } }];
    }

    private sealed class WithChart : FluxApp
    {
        private Models.FluxCD.OCIRepository Chart => field ??= new() { Spec = new() { Interval = "1h", Url = "oci://example.org/chart", Ref = new() { Tag = "1.0.0" } } };

        public override ManifestList Manifests => [Chart, new Models.FluxCD.HelmRelease { Spec = new() { Interval = "1h", ChartRef = Chart } }];
    }

    private sealed class PatchesItself : FluxApp
    {
        private Models.FluxCD.OCIRepository Chart => field ??= new() { Spec = new() { Interval = "1h", Url = "oci://example.org/chart", Ref = new() { Tag = "1.0.0" } } };

        public override IReadOnlyList<Patch> Patches => [Patch.Json6902(new PatchTarget { Kind = "HelmRelease" }, JsonPatchOperation.Replace("/spec/chartRef/name", "gone"))];

        public override ManifestList Manifests => [Chart, new Models.FluxCD.HelmRelease { Spec = new() { Interval = "1h", ChartRef = Chart } }];
    }

    private static Values Deployment(params (string Name, Values Value)[] more)
    {
        var spec = new Values
        {
            ["selector"] = new() { ["matchLabels"] = new() { ["app"] = "a" } },
            ["template"] = new() { ["metadata"] = new() { ["labels"] = new() { ["app"] = "a" } }, ["spec"] = new() { ["containers"] = [new() { ["name"] = "a", ["image"] = "a:1" }] } },
        };
        foreach (var (name, value) in more)
            spec[name] = value;
        return spec;
    }

    private sealed class Rejected : FluxApp
    {
        public override ManifestList Manifests => [new Manifest("apps/v1", "Deployment") { ["spec"] = Deployment(("replicaz", 1), ("paused", "no")) }];
    }

    private sealed class TypedNumber : FluxApp
    {
        public static string Value { get; set; } = "";

        public override Map<string> Substitute => new() { ["A"] = Value };

        public override ManifestList Manifests => [new Manifest("apps/v1", "Deployment") { ["spec"] = Deployment(("replicas", "${A}")) }];
    }

    private sealed class UnknownNumber : FluxApp
    {
        public override ManifestList Manifests => [new Manifest("apps/v1", "Deployment") { ["spec"] = Deployment(("replicas", Settings.Token)) }];
    }

    private static AppRegistration With(AppRegistration app, Func<VariableSource> source) => new()
    {
        Type = app.Type,
        Create = app.Create,
        Name = app.Name,
        Namespace = app.Namespace,
        Directory = app.Directory,
        Folder = app.Folder,
        File = app.File,
        SubstituteFrom = [new VariableSourceRegistration(source().GetType(), source)],
    };

    private sealed class Media : FluxNamespace;

    private sealed class Sharing : FluxNamespace
    {
        public override ManifestList Manifests => [new ConfigMap("shared") { Data = new() { ["a"] = "in ${ZONE}", ["b"] = "in ${NOWHERE}" } }];
    }

    private sealed class WithStore : FluxNamespace
    {
        public override ComponentList Components => [new Store()];
    }

    private sealed class Owning : FluxNamespace
    {
        public override ManifestList Manifests => [new ConfigMap("twin")];
    }

    private sealed class Settings : VariableSource
    {
        public const string Token = "${TOKEN}";

        public override string Kind => "Secret";

        public override string Name => "settings";
    }

    private sealed class Store : FluxComponent
    {
        public string? Size { get; init; }

        protected internal override string Directory => "components/store";

        protected internal override ManifestList Manifests => [new ConfigMap("store") { Data = new() { ["size"] = "${STORE_SIZE}", ["class"] = "the ${STORE_CLASS:=fast} one" } }];

        protected internal override void AddVariables(ComponentVariables variables) => variables.Set("STORE_SIZE", Size);
    }

    private sealed class Broken : FluxComponent
    {
        protected internal override string Directory => "components/broken";

        protected internal override ManifestList Manifests => [new ConfigMap("broken") { Data = new() { ["a"] = "${A[0]}" } }];
    }

    private sealed class UsesWithout : FluxApp
    {
        public override Map<string> Substitute => new() { ["STORE_CLASS"] = "slow" };

        public override ComponentList Components => [new Store()];

        public override ManifestList Manifests => [];
    }

    private sealed class UsesWith : FluxApp
    {
        public override ComponentList Components => [new Store { Size = "5Gi" }];

        public override ManifestList Manifests => [];
    }

    private sealed class UsesWithNumber : FluxApp
    {
        public override ComponentList Components => [new Store { Size = "5" }];

        public override ManifestList Manifests => [];
    }

    private sealed class UsesBroken : FluxApp
    {
        public override ComponentList Components => [new Broken()];

        public override ManifestList Manifests => [];
    }

    private sealed class UsesBrokenToo : FluxApp
    {
        public override ComponentList Components => [new Broken()];

        public override ManifestList Manifests => [];
    }

    private sealed class TypedField : FluxApp
    {
        public static string Value { get; set; } = "";

        public override Map<string> Substitute => new() { ["A"] = Value };

        public override ManifestList Manifests => [new ConfigMap { Data = new() { ["a"] = "${A}" } }];
    }

    private sealed class TakesSecret : FluxApp
    {
        public override ManifestList Manifests =>
        [
            new ConfigMap { Data = new() { ["whole"] = Settings.Token, ["part"] = "the " + Settings.Token } },
            new Manifest("example.org/v1", "Thing") { ["spec"] = new() { ["any"] = Settings.Token } },
        ];
    }

    private sealed class Plain : FluxApp
    {
        public override ManifestList Manifests => [new ConfigMap()];
    }

    private sealed class TakesShared : FluxApp
    {
        public override ManifestList Manifests => [new ConfigMap { Data = new() { ["a"] = "the ${SHARED}", ["b"] = "the ${MISSING}" } }];
    }

    private sealed class OwnVariable : FluxApp
    {
        public override Map<string> Substitute => new() { ["A"] = "b" };

        public override ManifestList Manifests => [new ConfigMap { Data = new() { ["a"] = "the ${A}" } }];
    }

    private sealed class LostBrace : FluxApp
    {
        private static string Domain => "example.org";

        public override ManifestList Manifests => [new ConfigMap { Data = new() { ["host"] = $"{{ .Release.Name }}.{Domain}" } }];
    }

    private sealed class DependsByName : FluxApp
    {
        public override IReadOnlyList<Dependency> DependsOn => [new("byhand")];

        public override ManifestList Manifests => [new ConfigMap()];
    }

    private sealed class ListsTwice : FluxApp
    {
        public override ManifestList Manifests => [new ConfigMap("twin")];
    }

    private sealed class SecretScripts : FluxApp
    {
        public override Map<string> Substitute => new() { ["A"] = "b" };

        public override ManifestList Manifests =>
        [
            new SecretGenerator { Literals = new() { ["run"] = "echo ${HOME} ${A[0]}" }, Files = [Files.Of("run.sh", "echo ${i}\n")] },
            new ConfigMap { Data = new() { ["a"] = "the ${A}" } },
        ];
    }
}
