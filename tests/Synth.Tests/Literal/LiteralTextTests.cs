using System.Text;
using System.Text.Json;
using GitOps.Models.FluxCD;
using GitOps.Models.Kubernetes;

namespace GitOps.Tests;

/// <summary>What <see cref="GitOps.Text.Literal"/> marks arrives in the cluster byte for byte, wherever it stands and however often Flux substitutes there.</summary>
public sealed class LiteralTextTests
{
    private static readonly IReadOnlyList<string> Texts = NastyTexts.With(seed: 4711, count: 40);

    private static readonly (string, string)[] InnerFolder =
    [
        .. new[] { "with", "without" }.SelectMany(static app => new[]
        {
            ($"kubernetes/inner/{app}/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - ./configmap.yaml\n"),
            ($"kubernetes/inner/{app}/configmap.yaml", $"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: inner-{app}\ndata:\n  own: ${{INNER}}\n"),
        }),
        .. new[] { "with", "without" }.SelectMany(static app => new[]
        {
            ($"kubernetes/plain/{app}/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - ./configmap.yaml\n"),
            ($"kubernetes/plain/{app}/configmap.yaml", $"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: plain-{app}\ndata:\n  own: a\n"),
        }),
    ];

    [SharedTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_literal_arrives_as_it_was_written(bool rootSubstitutes)
    {
        var rendering = Cluster(rootSubstitutes, SampleCluster.App<With, Media>("with", "media"), SampleCluster.App<Without, Media>("without", "media"));
        rendering.Result.Findings.Where(static finding => finding.Severity == FindingSeverity.Error && finding.Id != "GOPS7002").Should().BeEmpty();

        var built = await BuiltTree.Of(rendering, InnerFolder);

        built.Errors.Should().BeEmpty();
        foreach (var app in new[] { "with", "without" })
        {
            var numbered = Texts.Select(static (text, i) => (Key: $"k{i}", Text: text)).ToArray();
            foreach (var (key, text) in numbered)
            {
                Data(built, "ConfigMap", "texts-" + app)[key].Should().Be(text, "it stands in an object of {0}", app);
                Data(built, "ConfigMap", "annotated-" + app)[key].Should().Be(text, "an annotation switches substitution off in {0}", app);
                Data(built, "ConfigMap", "labelled-" + app)[key].Should().Be(text, "a label switches substitution off in {0}", app);
                Data(built, "ConfigMap", "generated-" + app)[key].Should().Be(text, "a literal of a generator of {0}", app);
                Data(built, "ConfigMap", "generated-" + app)["file-" + key].Should().Be(text, "a file of a generator of {0}", app);
                Data(built, "ConfigMap", "generated-off-" + app)[key].Should().Be(text, "a generator of {0} without substitution", app);
                Decoded(built, "generated-secret-" + app)[key].Should().Be(text, "a generated Secret of {0} is base64", app);
                Decoded(built, "secret-" + app)[key].Should().Be(text, "the data of a Secret of {0} is base64", app);
                built[$"|Secret|media|secret-{app}"].GetProperty("stringData").GetProperty(key).GetString().Should().Be(text, "the stringData of a Secret of {0}", app);
                built[$"|ConfigMap|media|texts-{app}"].GetProperty("metadata").GetProperty("annotations").GetProperty("example.org/" + key).GetString().Should().Be(text, "an annotation in {0}", app);
                Data(built, "ConfigMap", "patched-" + app)[key].Should().Be(text, "a strategic patch of Flux in {0}", app);
                Data(built, "ConfigMap", "patched-" + app)["json-" + key].Should().Be(text, "a JSON patch of Flux in {0}", app);
                Data(built, "ConfigMap", "patched-" + app)["own-" + key].Should().Be(text, "a patch of kustomize in {0}", app);
                Data(built, "ConfigMap", "patched-off-" + app)[key].Should().Be(text, "a patch that reaches what is taken out in {0}", app);
                Data(built, "ConfigMap", "switched-" + app)[key].Should().Be(text, "a patch takes the object out in {0}", app);
                Data(built, "ConfigMap", "raw-" + app)[key].Should().Be(text, "raw YAML in {0}", app);
                Data(built, "ConfigMap", "raw-off-" + app)[key].Should().Be(text, "raw YAML without substitution in {0}", app);
                Data(built, "ConfigMap", "filed-" + app)[key].Should().Be(text, "a file of the tree in {0}", app);
                Data(built, "ConfigMap", "inner-" + app)[key].Should().Be(text, "a patch of a Kustomization inside {0}", app);
                Data(built, "ConfigMap", "plain-" + app)[key].Should().Be(text, "a patch of a Kustomization without variables inside {0}", app);
                built[$"kustomize.toolkit.fluxcd.io|Kustomization|media|nested-{app}"].GetProperty("spec").GetProperty("commonMetadata").GetProperty("annotations").GetProperty("example.org/" + key)
                    .GetString().Should().Be(text, "what a Kustomization inside {0} says of metadata", app);
                built[$"kustomize.toolkit.fluxcd.io|Kustomization|media|{app}"].GetProperty("spec").GetProperty("commonMetadata").GetProperty("annotations").GetProperty("example.org/" + key)
                    .GetString().Should().Be(text, "what {0} says of metadata", app);
                var values = built[$"helm.toolkit.fluxcd.io|HelmRelease|media|release-{app}"].GetProperty("spec").GetProperty("values");
                values.GetProperty("list")[int.Parse(key[1..])].GetString().Should().Be(text, "a Helm value of {0}", app);
            }

            foreach (var (text, i) in Texts.Select(static (text, i) => (text, i)).Where(static entry => IsKey(entry.text)))
                built[$"helm.toolkit.fluxcd.io|HelmRelease|media|release-{app}"].GetProperty("spec").GetProperty("values").GetProperty("keys").GetProperty($"{i}{text}").GetString().Should().Be("key", "a key of {0}", app);
            Data(built, "ConfigMap", "inner-" + app)["own"].Should().Be(Inline, "the value of a variable is put in as it is");
            built[$"helm.toolkit.fluxcd.io|HelmRelease|media|release-{app}"].GetProperty("spec").GetProperty("values").GetProperty("shared").GetString().Should().Be(Inline, "a default of the cluster for {0}", app);
            foreach (var (key, text) in numbered)
            {
                Data(built, "ConfigMap", app == "with" ? "component-with" : "component-without")[key].Should().Be(text, "a component in {0}", app);
                Data(built, "ConfigMap", "component-generated-" + app)[key].Should().Be(text, "a generator of a component in {0}", app);
            }
        }

        foreach (var (text, i) in Texts.Select(static (text, i) => (text, i)))
        {
            Data(built, "ConfigMap", "of-the-namespace")[$"k{i}"].Should().Be(text, "an object of a namespace");
            built["|Namespace||media"].GetProperty("metadata").GetProperty("annotations").GetProperty($"example.org/k{i}").GetString().Should().Be(text, "an annotation of a Namespace");
            Data(built, "ConfigMap", "component-namespace")[$"k{i}"].Should().Be(text, "a component in a namespace");
        }
    }

    private const string Inline = "one ${line} of $$ ${{ text }} \\${X}";

    private static bool IsKey(string text) => !text.Contains('\n', StringComparison.Ordinal);

    private static Dictionary<string, string> Data(BuiltTree built, string kind, string name) =>
        built[$"|{kind}|media|{name}"].GetProperty("data").EnumerateObject().ToDictionary(static entry => entry.Name, static entry => entry.Value.GetString()!);

    private static Dictionary<string, string> Decoded(BuiltTree built, string name) =>
        Data(built, "Secret", name).ToDictionary(static entry => entry.Key, static entry => Encoding.UTF8.GetString(Convert.FromBase64String(entry.Value)));

    private static Rendering Cluster(bool rootSubstitutes, params AppRegistration[] apps) => TreeRenderer.Render(new SampleCluster(apps)
    {
        RootKustomization = new()
        {
            HelmReleaseDefaults = new() { ["values"] = new() { ["shared"] = GitOps.Text.Literal(Inline) } },
            OtherSpec = rootSubstitutes ? new() { ["postBuild"] = new() { ["substitute"] = new() { ["ROOT"] = "root" } } } : null,
        },
    }, new RenderOptions(new SomeFiles(InnerFolder)));

    private sealed class Media : FluxNamespace
    {
        public override Map<string> Annotations => new() { Numbered("example.org/k") };

        public override ManifestList Manifests => [new ConfigMap("of-the-namespace") { Data = new() { Numbered("k") } }];

        public override ComponentList Components => [new ForNamespace()];
    }

    private static IEnumerable<KeyValuePair<string, string>> Numbered(string prefix) => Texts.Select((text, i) => new KeyValuePair<string, string>($"{prefix}{i}", GitOps.Text.Literal(text)));

    private static Map<string> Map(string prefix) => new() { Numbered(prefix) };

    /// <summary>A YAML string as an author writes it who quotes everything.</summary>
    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal) + "\"";

    private static string YamlData(string prefix, string indent = "  ") => string.Concat(Numbered(prefix).Select(entry => $"{indent}{entry.Key}: {Quoted(entry.Value)}\n"));

    private static string ConfigMapText(string name, string metadata = "") => $"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {name}\n{metadata}data:\n{YamlData("k")}";

    private abstract class Both : FluxApp
    {
        protected string Suffix => "-" + Name;

        public override CommonMetadata CommonMetadata => new() { Annotations = Map("example.org/k") };

        public override ComponentList Components => [new Shared()];

        public override IReadOnlyList<Patch> Patches =>
        [
            Patch.Merge(ConfigMapText("patched" + Suffix)),
            Patch.Json6902(new PatchTarget { Kind = "ConfigMap", Name = "patched" + Suffix }, [.. Numbered("json-k").Select(static entry => JsonPatchOperation.Add("/data/" + entry.Key, entry.Value))]),
            Patch.Merge(ConfigMapText("patched-off" + Suffix)),
            Patch.Merge($"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: switched{Suffix}\n  annotations:\n    kustomize.toolkit.fluxcd.io/substitute: disabled\n"),
            // What components hold alike for both is told apart here: an object of one name in one namespace is one object.
            Patch.Json6902(new PatchTarget { Kind = "ConfigMap", Name = "component" }, JsonPatchOperation.Replace("/metadata/name", "component" + Suffix)),
            Patch.Json6902(new PatchTarget { Kind = "ConfigMap", Name = "component-generated" }, JsonPatchOperation.Replace("/metadata/name", "component-generated" + Suffix)),
        ];

        public override KustomizeOptions Kustomize => new()
        {
            Patches = [Patch.Merge($"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: patched{Suffix}\ndata:\n{YamlData("own-k")}")],
        };

        public override ManifestList Manifests =>
        [
            new ConfigMap("texts" + Suffix) { Metadata = new() { Annotations = Map("example.org/k") }, Data = Map("k") },
            new ConfigMap("annotated" + Suffix) { SubstitutionDisabled = true, Data = Map("k") },
            new ConfigMap("labelled" + Suffix) { Metadata = new() { Labels = new() { ["kustomize.toolkit.fluxcd.io/substitute"] = "disabled" } }, Data = Map("k") },
            new ConfigMap("patched" + Suffix) { Data = new() { ["a"] = "b" } },
            new ConfigMap("patched-off" + Suffix) { SubstitutionDisabled = true, Data = new() { ["a"] = "b" } },
            new ConfigMap("switched" + Suffix) { Data = Map("k") },
            new Secret("secret" + Suffix)
            {
                StringData = Map("k"),
                Data = new() { Numbered("k").Select(static entry => new KeyValuePair<string, string>(entry.Key, Convert.ToBase64String(Encoding.UTF8.GetBytes(entry.Value)))) },
            },
            new ConfigMapGenerator("generated" + Suffix)
            {
                Literals = Map("k"),
                KeyedFiles = new() { Numbered("k").Select(static entry => new KeyValuePair<string, ManifestFile>("file-" + entry.Key, Files.Of($"files/{entry.Key}.txt", entry.Value))) },
            },
            new ConfigMapGenerator("generated-off" + Suffix) { Literals = Map("k"), Literal = true },
            new SecretGenerator("generated-secret" + Suffix) { Literals = Map("k") },
            Manifest.Yaml(ConfigMapText("raw" + Suffix) + "---\n" + ConfigMapText("raw-off" + Suffix, "  labels:\n    kustomize.toolkit.fluxcd.io/substitute: disabled\n"), "raw.yaml"),
            Files.Of("filed.yaml", ConfigMapText("filed" + Suffix)),
            new OCIRepository("chart" + Suffix) { Spec = new() { Interval = "1h", Url = "oci://example.org/chart", Ref = new() { Tag = "1.0.0" } } },
            new HelmRelease("release" + Suffix)
            {
                Spec = new()
                {
                    Interval = "1h",
                    ChartRef = new() { Kind = "OCIRepository", Name = "chart" + Suffix },
                    Values = new()
                    {
                        ["list"] = Values.Create([.. Texts.Select(static text => (Values)GitOps.Text.Literal(text))]),
                        ["keys"] = Keys(),
                    },
                },
            },
            Nested("nested", "inner", new() { ["INNER"] = GitOps.Text.Literal(Inline) }),
            Nested("nested-plain", "plain", null),
        ];

        private Kustomization Nested(string name, string folder, Map<string>? substitute) => new(name + Suffix)
        {
            Spec = new()
            {
                Interval = "1h",
                Path = $"./kubernetes/{folder}/{Name}",
                Prune = true,
                TargetNamespace = "media",
                SourceRef = new() { Kind = "GitRepository", Name = "flux-system", Namespace = "flux-system" },
                CommonMetadata = new() { Annotations = Map("example.org/k") },
                Patches = [new() { Patch = ConfigMapText(folder + Suffix) }],
                PostBuild = substitute is null ? null : new() { Substitute = substitute },
            },
        };

        private static Values Keys()
        {
            var keys = new Values();
            foreach (var (text, i) in Texts.Select(static (text, i) => (text, i)).Where(static entry => IsKey(entry.text)))
                keys[$"{i}{GitOps.Text.Literal(text)}"] = "key";
            return keys;
        }
    }

    private sealed class With : Both
    {
        public override Map<string> Substitute => new() { ["X"] = "substituted" };
    }

    private sealed class Without : Both;

    private sealed class Shared : FluxComponent
    {
        protected internal override string Directory => "components/shared";

        protected internal override ManifestList Manifests =>
        [
            new ConfigMap("component") { Data = Map("k") },
            new ConfigMapGenerator("component-generated") { Literals = Map("k") },
        ];
    }

    private sealed class ForNamespace : FluxComponent
    {
        protected internal override string Directory => "components/for-namespace";

        protected internal override ManifestList Manifests => [new ConfigMap("component-namespace") { Data = Map("k") }];
    }
}
