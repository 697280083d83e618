using Microsoft.CodeAnalysis;

namespace GitOps.Tests;

public sealed class SubstitutionAnalyzerTests
{
    [Theory]
    // Values that only running the code tells.
    [InlineData("[\"a\"] = Environment.MachineName + \"}\"")]
    [InlineData("[\"a\"] = $\"${{{Name}}}\"")]
    [InlineData("[\"a\"] = \"${\" + Name + \"}\"")]
    [InlineData("[\"a\"] = Shared.Text(\"${TYPO}\")")]
    [InlineData("[\"a\"] = Local()")]
    // What is marked, commented on, a path, or raw YAML for synth to read.
    [InlineData("[\"a\"] = Text.Literal(\"${TYPO} ${V-d} ${{ x }} { .Release.Name }\")")]
    [InlineData("[\"a\"] = $\"x {Text.Literal(\"${TYPO}\")}\"")]
    [InlineData("[\"a\"] = ((Values)\"x\").WithComment(\"${TYPO}\")")]
    // Escaped, defaulted, or no expression at all.
    [InlineData("[\"a\"] = \"$${TYPO} $TYPO $(TYPO) {TYPO} ${TYPO:-} {.status.phase}\"")]
    [InlineData("[\"a\"] = $\"$${{TYPO}} $${ClusterSecrets.SecretDomain}\"")]
    [InlineData("[\"a\"] = ClusterSecrets.SecretDomain.ToString()")]
    [InlineData("[\"a\"] = nameof(ClusterSecrets.SecretDomain)")]
    public async Task Nothing_is_said_of_what_is_right_or_unknown(string values) =>
        (await Of(App(values))).Should().BeEmpty();

    [Theory]
    [InlineData("public override Map<string> Substitute => Shared.Map();")]
    [InlineData("public override Map<string> Substitute => new() { [Shared.Key] = \"x\" };")]
    [InlineData("public override Map<string> Substitute { get { var map = new Map<string>(); map.Add(\"X\", \"y\"); return map; } }")]
    [InlineData("public override ComponentList Components => [Shared.Component()];")]
    [InlineData("public override ComponentList Components => Shared.All();")]
    [InlineData("public override ComponentList Components => [new Odd()];")]
    public async Task Nothing_is_undefined_in_an_open_app(string member) =>
        (await Of(App("[\"a\"] = \"${TYPO}\"", member))).Should().BeEmpty();

    [Fact]
    public async Task Spreads_of_the_base_are_followed()
    {
        var source = App("[\"a\"] = \"${ODD} ${TYPO}\"", "public override ComponentList Components => [.. base.Components, new Plain()];", "Base")
            + "public abstract class Base : FluxApp { public override ComponentList Components => [new Plain2()]; }\n"
            + "public sealed class Plain : FluxComponent { protected override string Directory => \"components/x\"; protected override void AddVariables(ComponentVariables variables) { variables.Set(\"ODD\", \"x\"); } }\n"
            + "public sealed class Plain2 : FluxComponent { protected override string Directory => \"components/y\"; }\n";
        (await Of(source)).Should().ContainSingle().Which.GetMessage().Should().Contain("no variable 'TYPO' for 'media/sonarr'");
    }

    [Theory]
    [InlineData("Env = new() { [\"A\"] = \"${TYPO}\" }")]
    [InlineData("Env = new() { [\"A\"] = $\"x.{Typo}\" }")]
    [InlineData("Args = [\"--host=${TYPO}\"]")]
    public async Task Texts_of_a_construct_of_the_SDK_are_those_of_its_objects(string part)
    {
        var source = "namespace Home;\n[App<Ns.Media>] public sealed class Sonarr : FluxApp { private const string Typo = \"${TYPO}\"; private static Map<string> Shared => []; public override ManifestList Manifests => "
            + "[new AppTemplate(\"5.1.0\") { Annotations = Shared, Container = new() { Image = new(\"a\", \"1\"), " + part + " } }]; }";

        (await Of(source)).Should().ContainSingle().Which.Id.Should().Be("GOPS2001");
    }

    [Theory]
    [InlineData("public sealed class Log { public Values V => new() { [\"a\"] = \"${TYPO}\" }; }")]
    [InlineData("public static class Helper { public static string F() => \"${V-d}\" + ClusterSecrets.SecretDomain.Replace(\".\", \"-\"); }")]
    [InlineData("public static class Helper { public static Map<string> Variables => new() { [\"A\"] = \"${V-d}\" }; }")]
    [InlineData("public static class Helper { public static void Log() => System.Console.WriteLine($\"${ClusterSecrets.SecretDomain} {{ .Values.x }} ${{V-d}}\"); }")]
    [InlineData("public static class Helper { public static bool Is(string x) => x == ClusterSecrets.SecretDomain; }")]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : FluxApp { private static readonly System.Text.RegularExpressions.Regex R = new(\"a${TYPO}\"); public override ManifestList Manifests => []; }")]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : FluxApp { public override ManifestList Manifests { get { System.Console.WriteLine(\"${TYPO}\"); return []; } } }")]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : FluxApp { public override Map<string> Substitute => new() { [\"A\"] = \"${TYPO}\" }; public override ManifestList Manifests => []; }")]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : FluxApp { public override CommonMetadata? CommonMetadata => new() { Labels = new() { [\"a\"] = \"${TYPO}\" } }; public override ManifestList Manifests => []; }")]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : FluxApp { public override ManifestList Manifests => [Manifest.Yaml(\"# ${TYPO}\\na: 1\")]; }")]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : FluxApp { public override ManifestList Manifests => [new ConfigMap { SubstitutionDisabled = true, Data = new() { [\"a\"] = \"${V-d} ${TYPO}\" } }]; }")]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : FluxApp { public override ManifestList Manifests => [new ConfigMap { Metadata = new() { Labels = new() { [\"kustomize.toolkit.fluxcd.io/substitute\"] = \"disabled\" } }, Data = new() { [\"a\"] = \"${TYPO}\" } }]; }")]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : FluxApp { public override ManifestList Manifests => [new ConfigMapGenerator(\"a\") { Literal = true, Literals = new() { [\"a\"] = \"${TYPO}\" } }]; }")]
    // What a construct of the user's makes of a text is its own.
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : FluxApp { public override ManifestList Manifests => [new Script(\"${TYPO} ${V-d}\")]; } public sealed class Script(string text) : Construct { public string Text => text; protected override ManifestList Compose() => []; }")]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : FluxApp { public override bool Enabled => false; public override ManifestList Manifests => [new ConfigMap { Data = new() { [\"a\"] = \"${TYPO}\" } }]; }")]
    [InlineData("public abstract class Base : FluxApp { public override ManifestList Manifests => [new ConfigMap { Data = new() { [\"a\"] = \"${TYPO}\" } }]; }")]
    public async Task Nothing_is_said_outside_the_texts_that_Flux_substitutes(string declaration) =>
        (await Of("namespace Home;\n" + declaration)).Should().BeEmpty();

    [Theory]
    [InlineData("$\"tv.${ClusterSecrets.SecretDomain}\"", "GOPS2013")]
    [InlineData("\"${V-d}\"", "GOPS2002")]
    [InlineData("\"${V:?d}\"", "GOPS2006")]
    [InlineData("$\"{{ .Release.Name }}\"", "GOPS2012")]
    public async Task What_needs_no_app_is_said_in_a_helper_too(string text, string id) =>
        (await Of($"namespace Home;\npublic static class Helper {{ public static Values F() => new() {{ [\"a\"] = {text} }}; }}")).Should().ContainSingle().Which.Id.Should().Be(id);

    [Fact]
    public async Task Without_any_variable_Flux_leaves_the_text_alone()
    {
        var source = """
            using GitOps; using GitOps.Models.Kubernetes;
            public static class Ns { public sealed class Media : FluxNamespace; }
            [App<Ns.Media>] public sealed class Sonarr : FluxApp { public override ManifestList Manifests => [new ConfigMap { Data = new() { ["a"] = "${V-d} ${TYPO}" } }]; }
            """;
        (await AnalyzerRun.Of(new ProjectInput { Generators = [], Sources = [("/home/me/repo/cluster/Program.cs", source)] })).Should().BeEmpty();
    }

    [Theory]
    [InlineData("template: { data: { TOKEN: x } }", true)]
    [InlineData("template: { data: { TOKEN: x }, mergePolicy: Merge }", false)]
    public async Task A_source_that_may_have_more_keys_is_open(string target, bool isClosed)
    {
        var secret = new InputFile("/home/me/repo/kubernetes/components/common/secret.yaml",
            $"apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata:\n  name: home-keys\nspec:\n  dataFrom: [{{ extract: {{ key: home }} }}]\n  target: {{ name: home-keys, {target} }}\n", ("GitOpsVariables", "true"));
        var source = App("[\"a\"] = \"${TOKEN} ${TYPO}\"").Replace("[App", "[SubstituteFrom<HomeKeys>]\n[App");

        var said = await AnalyzerRun.Of(WrongProgram.Input(source, [secret]));

        said.Select(one => one.Id).Should().Equal(isClosed ? ["GOPS2001"] : []);
    }

    [Fact]
    public async Task A_constant_of_another_class_is_told_where_it_is_used_and_names_its_definition()
    {
        var one = (await Of(App("[\"a\"] = $\"{Shared.Wrong}/x\""))).Should().ContainSingle().Subject;
        one.GetMessage().Should().Be("no variable 'SECRET_DOMIAN' for 'media/sonarr', which takes its variables from Secret 'cluster-secrets'; did you mean 'SECRET_DOMAIN'?");
        one.Location.SourceTree!.ToString().Substring(one.Location.SourceSpan.Start, one.Location.SourceSpan.Length).Should().Be("Shared.Wrong");
        one.AdditionalLocations.Should().ContainSingle();
    }

    [Fact]
    public async Task A_patch_of_the_root_may_bring_sources()
    {
        var cluster = "public sealed partial class HomeCluster { public override RootKustomization Root => new() { Patches = [] }; }\n";
        (await Of(App("[\"a\"] = \"${TYPO}\"") + cluster)).Should().BeEmpty();
        (await Of(App("[\"a\"] = \"${TYPO}\"") + cluster.Replace("Patches = []", "Name = \"apps\""))).Should().ContainSingle();
    }

    private static string App(string values, string member = "", string @base = "FluxApp") => $$"""
        namespace Home;

        [App<Ns.Media>]
        public sealed class Sonarr : {{@base}}
        {
            {{member}}
            public override ManifestList Manifests => [new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" }, Values = new() { {{values}} } } }];
            private static Values Local() { var text = "${TYPO}"; return text.Length > 0 ? new() : new(); }
        }

        internal static class Shared
        {
            public const string Wrong = "a.${SECRET_DOMIAN}";
            public static readonly string Key = "X";
            public static string Text(string text) => text;
            public static Map<string> Map() => [];
            public static FluxComponent Component() => new Odd();
            public static ComponentList All() => [];
        }

        public sealed class Odd : FluxComponent
        {
            protected override string Directory => "components/odd";
            protected override void AddVariables(ComponentVariables variables) => variables.Set(Shared.Key, "x");
        }

        """;

    [Fact]
    public async Task A_source_that_the_app_does_not_declare_is_offered()
    {
        var one = (await Of("""
            namespace Home;
            [App<Ns.Media>] public sealed class Sonarr : FluxApp { public override ManifestList Manifests => [new ConfigMap { Data = new() { ["a"] = OtherSecrets.Token } }]; }
            """)).Should().ContainSingle().Subject;
        one.GetMessage().Should().Be("no variable 'TOKEN' for 'media/sonarr', which takes its variables from Secret 'cluster-secrets'; the Secret 'other-secrets' has it: add [SubstituteFrom<OtherSecrets>]");
        one.Properties[FixHints.Source].Should().Be("Home.OtherSecrets");
    }

    [Theory]
    // The whole kustomization is taken out of substitution, or may be.
    [InlineData("public override KustomizeOptions Kustomize => new() { Other = new() { [\"generatorOptions\"] = new() { [\"annotations\"] = new() { [\"KEY\"] = \"disabled\" } } } };")]
    [InlineData("public override KustomizeOptions Kustomize => new() { CommonAnnotations = new() { [\"KEY\"] = \"disabled\" } };")]
    [InlineData("public override KustomizeOptions Kustomize => new() { CommonAnnotations = Shared.Marks() };")]
    [InlineData("public override KustomizeOptions Kustomize => Shared.Options;")]
    [InlineData("public override System.Collections.Generic.IReadOnlyList<Patch> Patches => [Patch.Merge(\"kind: ConfigMap\\nmetadata:\\n  annotations:\\n    KEY: disabled\\n\")];")]
    [InlineData("public override System.Collections.Generic.IReadOnlyList<Patch> Patches => [.. Shared.Patches()];")]
    public async Task Nothing_is_said_of_an_app_that_is_taken_out_of_substitution(string member) =>
        (await Of(TakenOut(member.Replace("KEY", SubstitutionSwitch.Key, StringComparison.Ordinal)))).Should().BeEmpty();

    [Theory]
    [InlineData("public override KustomizeOptions Kustomize => new() { CommonAnnotations = new() { [\"example.org/a\"] = \"b\" } };")]
    [InlineData("public override System.Collections.Generic.IReadOnlyList<Patch> Patches => [Patch.Merge($\"kind: ConfigMap\\nmetadata:\\n  annotations:\\n    a: {ClusterSecrets.SecretDomain}\\n\")];")]
    public async Task What_changes_something_else_is_no_reason_to_be_silent(string member) =>
        (await Of(TakenOut(member))).Select(static one => one.Id).Should().Equal("GOPS2001", "GOPS2002");

    private static string TakenOut(string member) => $$"""
        namespace Home;
        [App<Ns.Media>] public sealed class Sonarr : FluxApp { {{member}} public override ManifestList Manifests => [new ConfigMap { Data = new() { ["a"] = "echo ${HOME}", ["b"] = "${A[0]}" } }]; }
        public static class Shared
        {
            public static KustomizeOptions Options => new();
            public static Map<string> Marks() => [];
            public static System.Collections.Generic.IReadOnlyList<Patch> Patches() => [];
        }
        """;

    [Theory]
    [InlineData("[new SecretGenerator { Literals = new() { [\"run\"] = \"echo ${HOME} ${A[0]}\" } }]", "")]
    [InlineData("[]", "public override KustomizeOptions Kustomize => new() { Images = [new(\"nginx\") { NewTag = \"${TAG}\" }] };")]
    public async Task What_becomes_base64_or_a_part_of_an_image_is_not_judged_as_a_text(string manifests, string member) =>
        (await Of($$"""
            namespace Home;
            [App<Ns.Media>] public sealed class Sonarr : FluxApp { public override Map<string> Substitute => new() { ["TAG"] = "1.10" }; {{member}} public override ManifestList Manifests => {{manifests}}; }
            """)).Should().BeEmpty();

    [Theory]
    [InlineData("public static class Spaces { public sealed class Other : FluxNamespace { public override ManifestList Manifests => [Shared.Map()]; } }")]
    [InlineData("public sealed partial class HomeCluster { public override RootKustomization Root => new() { OtherSpec = new() { [\"postBuild\"] = new() } }; }")]
    public async Task A_helper_s_text_may_be_the_root_s(string more) =>
        (await Of($$"""
            namespace Home;
            [App<Ns.Media>] public sealed class Sonarr : FluxApp { public override ManifestList Manifests => [Shared.Map()]; }
            public static class Shared { public static ConfigMap Map() => new() { Data = new() { ["a"] = "echo ${HOME}" } }; }
            {{more}}
            """)).Should().BeEmpty();

    [Theory]
    [InlineData("", "")]
    [InlineData("apps/media/vars/app/settings.yaml", "")]
    [InlineData("flux/vars/kustomization.yaml", "[App<Ns.Media>] public sealed class Maker : FluxApp { public override ManifestList Manifests => [new ConfigMap(\"settings\") { Data = new() { [\"PORT\"] = \"1\" } }]; }")]
    public async Task A_source_that_is_made_somewhere_else_too_is_neither_missing_nor_short_of_keys(string path, string more)
    {
        const string Settings = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: flux-system\ndata:\n  ZONE: home\n";
        List<InputFile> files = [WrongProgram.FileOf(WrongProgram.Tree + "flux/settings.yaml", Settings)];
        if (path.StartsWith("apps/", StringComparison.Ordinal))
            files.Add(WrongProgram.FileOf(WrongProgram.Tree + path, Settings.Replace("  namespace: flux-system\n", "", StringComparison.Ordinal).Replace("ZONE", "PORT", StringComparison.Ordinal)));

        var said = await AnalyzerRun.Of(WrongProgram.Input($$"""
            namespace Home;
            public sealed class MySettings : VariableSource
            {
                public const string Port = "${PORT}";
                public override string Kind => "ConfigMap";
                public override string Name => "settings";
            }
            [App<Ns.Media>, SubstituteFrom<MySettings>] public sealed class Sonarr : FluxApp { public override ManifestList Manifests => []; }
            {{more}}
            """, files));

        said.Select(static one => one.Id).Order().Should().Equal(path.Length == 0 ? ["GOPS2010", "GOPS2017"] : []);
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "[App<Ns.Database>] public sealed class Other : FluxApp { public override string? TargetNamespace => \"tools\"; public override ComponentList Components => [new Common()]; public override ManifestList Manifests => []; }", false)]
    [InlineData("", "public sealed partial class HomeCluster { public override RootKustomization Root => new() { Patches = [] }; }", false)]
    // What brings the component may not be seen.
    [InlineData("public override ComponentList Components => Shared.All();", "", false)]
    [InlineData("public override ComponentList Components => [new Odd()];", "", false)]
    [InlineData("public override KustomizeOptions Kustomize => new();", "", false)]
    [InlineData("", "[App<More.Tools>(Existing = \"app\")] public sealed class Other : FluxApp { public override ManifestList Manifests => []; }", false)]
    [InlineData("", "[App<More.Tools>] public sealed class Other : FluxApp { public override ComponentList Components => [new Common()]; public override ManifestList Manifests => []; }", false)]
    // The code makes it itself, in words or after an app.
    [InlineData("", "[App<More.Tools>] public sealed class Other : FluxApp { public override ManifestList Manifests => [new Secret(\"shared-secrets\")]; }", false)]
    [InlineData("", "[App<More.Tools>] public sealed class Other : FluxApp { public override ManifestList Manifests => [Manifest.Yaml(\"kind: Secret\\nmetadata: { name: shared-secrets }\")]; }", false)]
    [InlineData("", "[App<More.Tools>] public sealed class SharedSecretsApp : FluxApp { public override ManifestList Manifests => []; }", true)]
    [InlineData("", "[App<Ns.Media>(Name = \"shared-secrets\")] public sealed class Other : FluxApp { public override ManifestList Manifests => []; }", false)]
    public async Task A_source_that_may_come_to_the_namespace_is_not_missing(string member, string more, bool isMissing)
    {
        var source = $$"""
            namespace Home;
            public static class More { public sealed class Tools : FluxNamespace { {{member}} } }
            public static class Shared { public static ComponentList All() => [new Common()]; }
            public sealed class Odd : FluxComponent { protected override string Directory => string.Concat("components/", "common"); }
            [App<More.Tools>, SubstituteFrom<SharedSecrets>]
            public sealed class Sonarr : FluxApp { public override ManifestList Manifests => [new ConfigMap { Data = new() { ["a"] = "x" } }]; }
            {{more}}
            """;

        (await AnalyzerRun.Of(WrongProgram.Input(source, [.. Common("")]))).Select(static one => one.Id).Should().Equal(isMissing ? ["GOPS2010"] : []);
    }

    [Theory]
    [InlineData("annotations: { reflector.v1.k8s.emberstack.com/reflection-allowed: \"true\" }")]
    public async Task A_source_that_an_operator_copies_is_not_missing(string metadata) =>
        (await AnalyzerRun.Of(WrongProgram.Input("""
            namespace Home;
            [App<Ns.Media>, SubstituteFrom<SharedSecrets>]
            public sealed class Sonarr : FluxApp { public override ManifestList Manifests => []; }
            """, [.. Common("\n  " + metadata)]))).Should().BeEmpty();

    [Fact]
    public async Task A_source_that_a_policy_may_copy_is_not_missing() =>
        (await AnalyzerRun.Of(WrongProgram.Input("""
            namespace Home;
            [App<Ns.Media>, SubstituteFrom<SharedSecrets>]
            public sealed class Sonarr : FluxApp { public override ManifestList Manifests => []; }
            """, [.. Common(""), WrongProgram.FileOf(WrongProgram.Tree + "flux/policy.yaml", "apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata:\n  name: sync\n")]))).Should().BeEmpty();

    private static IEnumerable<InputFile> Common(string metadata)
    {
        yield return WrongProgram.FileOf(WrongProgram.Tree + "components/common/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [secret.yaml]\n");
        yield return WrongProgram.FileOf(WrongProgram.Tree + "components/common/secret.yaml", $"apiVersion: v1\nkind: Secret\nmetadata:\n  name: shared-secrets{metadata}\nstringData:\n  DOMAIN: x\n");
    }

    [Theory]
    [InlineData("Substitute => new() { [\"FLAG\"] = Environment.MachineName }", "\"${FLAG}\"", false)]
    [InlineData("Substitute => new() { [\"FLAG\"] = \"on\" }", "\"${FLAG}\"", true)]
    [InlineData("Substitute => new() { [\"FLAG\"] = \"on\" }", "\"x${FLAG}\"", false)]
    [InlineData("Substitute => new() { [\"FLAG\"] = \"ON AIR\" }", "\"${FLAG}\"", false)]
    [InlineData("Substitute => new() { [\"FLAG\"] = \"on\" }", "Text.Quoted(\"${FLAG}\")", false)]
    [InlineData("Substitute => new() { [\"FLAG\"] = \"on\" }", "\"${FLAG:-off}\"", true)]
    [InlineData("Substitute => new() { [\"OTHER\"] = \"on\" }", "\"${FLAG:-off}\"", true)]
    [InlineData("Substitute => new() { [\"FLAG\"] = ClusterSecrets.SecretDomain }", "\"${FLAG}\"", false)]
    public async Task A_value_changes_its_type_where_it_is_known_and_all_of_a_string(string substitute, string text, bool isWrong) =>
        (await Of($$"""
            namespace Home;
            [App<Ns.Media>]
            public sealed class Sonarr : FluxApp
            {
                public override Map<string> {{substitute}};
                public override ManifestList Manifests => [new ConfigMap { Data = new() { ["a"] = {{text}} } }];
            }
            """)).Select(static one => one.Id).Should().Equal(isWrong ? ["GOPS2004"] : []);

    [Theory]
    [InlineData("", true)]
    // An app that has it, or may, or takes nothing.
    [InlineData("public override Map<string> Substitute => new() { [\"TYPO\"] = \"x\" };", false)]
    [InlineData("public override Map<string> Substitute => Shared.All();", false)]
    [InlineData("public override ComponentList Components => Shared.Some();", false)]
    public async Task A_helper_s_variable_is_undefined_where_no_app_has_it(string member, bool isUndefined) =>
        (await Of($$"""
            namespace Home;
            [App<Ns.Media>] public sealed class Sonarr : FluxApp { {{member}} public override ManifestList Manifests => [Shared.Map()]; }
            public static class Shared
            {
                public static ConfigMap Map() => new() { Data = new() { ["host"] = "a.${TYPO}", ["app"] = "${APP}x ${OTHER:-y} $${LITERAL}" } };
                public static Map<string> All() => [];
                public static ComponentList Some() => [];
            }
            """)).Select(static one => one.Id).Should().Equal(isUndefined ? ["GOPS2001"] : []);

    private static Task<IReadOnlyList<Diagnostic>> Of(string source) => AnalyzerRun.Of(WrongProgram.Input(source));
}
