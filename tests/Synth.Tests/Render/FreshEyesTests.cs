using System.Text;
using GitOps.Models.Kubernetes;

namespace GitOps.Tests;

public sealed class FreshEyesTests
{
    private static Rendering Sample(params AppRegistration[] apps) => new SampleCluster(apps).Render();

    private static string Text(Rendering rendering, string path) =>
        Encoding.UTF8.GetString(rendering.Result.Plan!.Files.Single(file => file.Path == path).Content.Span);

    [Fact]
    public void Literal_dollars_of_files_generators_and_patches_are_escaped_as_often_as_flux_substitutes()
    {
        var rendering = Sample(SampleCluster.App<Scripts, Media>("scripts", "media"));

        Text(rendering, "kubernetes/apps/media/scripts/app/run.sh").Should().Be("echo $${i}\n");
        Text(rendering, "kubernetes/apps/media/scripts/app/off.sh").Should().Be("echo ${i}\n");
        Text(rendering, "kubernetes/apps/media/scripts/app/kustomization.yaml").Should().Contain("- a=echo $${i}").And.Contain("- b=echo ${i}").And.Contain("q=\"'quoted'\"");
        Text(rendering, "kubernetes/apps/media/scripts/ks.yaml").Should().Contain("value: $${j}");
    }

    [Fact]
    public void Two_objects_of_one_identity_are_a_finding() =>
        Sample(SampleCluster.App<Twins, Media>("twins", "media")).Result.Findings.Where(static finding => finding.Id == RuleIds.ObjectListedTwice).Should().HaveCount(2);

    [Fact]
    public void Names_asked_for_in_a_circle_are_found() =>
        Text(Sample(SampleCluster.App<Ping, Media>("ping", "media"), SampleCluster.App<Pong, Secrets>("pong", "secrets")), "kubernetes/apps/media/ping/app/configmap.yaml")
            .Should().Contain("other: pong.secrets");

    [Fact]
    public void What_throws_late_is_a_finding_and_no_crash() =>
        Sample(SampleCluster.App<LateThrower, Media>("late", "media")).Result.Findings.Should().Contain(static finding => finding.Id == RuleIds.AuthorCodeThrew);

    [Fact]
    public void A_variable_in_a_patch_must_be_there() =>
        Sample(SampleCluster.App<Patched, Media>("patched", "media")).Result.Findings.Should().ContainSingle(static finding => finding.Id == UndefinedVariableRule.Id);

    [Fact]
    public void A_namespace_with_disabled_apps_only_stays() =>
        Sample(SampleCluster.App<Off, Media>("off", "media")).Result.Plan!.Files.Select(static file => file.Path)
            .Should().BeEquivalentTo("kubernetes/apps/media/kustomization.yaml", "kubernetes/apps/media/namespace.yaml", "kubernetes/flux/cluster/ks.yaml");

    [Fact]
    public void A_reference_that_cannot_name_a_namespace_does_not_leave_its_own() =>
        Sample(SampleCluster.App<Ping, Media>("ping", "media"), SampleCluster.App<Pong, Secrets>("pong", "secrets"), SampleCluster.App<FarKey, Media>("far", "media"))
            .Result.Findings.Should().Contain(static finding => finding.Id == RuleIds.ReferenceLeadsNowhere && finding.Message.Contains("'secrets'", StringComparison.Ordinal));

    [Fact]
    public void What_belongs_to_the_cluster_can_be_named_from_every_namespace() =>
        Text(Sample(SampleCluster.App<Issuing, Secrets>("issuing", "secrets"), SampleCluster.App<NamesIssuer, Media>("names", "media")), "kubernetes/apps/media/names/app/x.yaml")
            .Should().Contain("name: letsencrypt");

    private sealed class Issuing : FluxApp
    {
        public Manifest Issuer => field ??= new("cert-manager.io/v1", "ClusterIssuer", "letsencrypt") { ["spec"] = new() { ["selfSigned"] = new() } };

        public override ManifestList Manifests => [Issuer];
    }

    private sealed class NamesIssuer : FluxApp
    {
        public override ManifestList Manifests =>
            [new Manifest("example.org/v1", "X") { ["spec"] = new() { ["ref"] = (LocalObjectReference)(ObjectRef<KubernetesObject>)Ref<Issuing>.To<KubernetesObject>(static app => app.Issuer) } }];
    }

    [Fact]
    public void The_namespace_of_kustomization_yaml_counts_where_flux_sets_none() =>
        Text(Sample(SampleCluster.App<Elsewhere, Media>("elsewhere", "media")), "kubernetes/apps/media/elsewhere/ks.yaml").Should().Contain("namespace: else");

    [Fact]
    public void An_object_may_be_named_by_a_variable_and_its_file_is_not()
    {
        var rendering = Sample(SampleCluster.App<Named, Media>("named", "media"));

        rendering.Result.Findings.Should().BeEmpty();
        Text(rendering, "kubernetes/apps/media/named/app/configmap-own-own.yaml").Should().Contain("name: ${OWN}-own");
    }

    private sealed class Named : FluxApp
    {
        public override Map<string> Substitute => new() { ["OWN"] = "b" };

        public override ManifestList Manifests => [new ConfigMap(), new ConfigMap("${OWN}-own")];
    }

    [Fact]
    public void A_value_that_holds_a_variable_stays_as_it_is_and_is_an_error()
    {
        Sample(SampleCluster.App<Nested, Media>("nested", "media")).Result.Findings
            .Should().ContainSingle(static finding => finding.Id == RuleIds.ValueHoldsVariable).Which.Message.Should().Contain("the value of HOST holds ${SECRET_DOMAIN}");

        new SampleCluster(SampleCluster.App<Nested, Media>("nested", "media")) { RootKustomization = new() { OtherSpec = new() { ["postBuild"] = new() { ["substitute"] = new() { ["SECRET_DOMAIN"] = "example.org" } } } } }
            .Render().Result.Findings.Should().NotContain(static finding => finding.Id == RuleIds.ValueHoldsVariable);
    }

    [Fact]
    public void A_namespace_that_would_be_renamed_is_an_error_and_a_placeholder_is_not()
    {
        Sample(SampleCluster.App<Renaming, Media>("renaming", "media")).Result.Findings
            .Where(static finding => finding.Id == RuleIds.NamespaceRenamed).Should().HaveCount(2).And.OnlyContain(static finding => finding.Message.Contains("'media'", StringComparison.Ordinal));

        Sample(SampleCluster.App<Placeholder, MadeElsewhere>("placeholder", "elsewhere")).Result.Findings.Should().BeEmpty();
    }

    [Fact]
    public void A_name_too_long_for_a_label_is_an_error()
    {
        Sample(SampleCluster.App<Twin, Media>(new string('a', 64), "media")).Result.Findings.Should().Contain(static finding => finding.Id == RuleIds.ObjectName && finding.Message.Contains("63", StringComparison.Ordinal));
        Sample(SampleCluster.App<Twin, Media>(new string('a', 63), "media")).Result.Findings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("deletionPolicy: Orphan", 1)]
    [InlineData("deletionPolicy: Delete", 0)]
    [InlineData("decryption:\n    provider: sops\n    secretRef:\n      name: other", 1)]
    [InlineData("decryption:\n    provider: sops\n    secretRef:\n      name: age", 0)]
    public void What_the_root_sets_over_a_neighbour_in_yaml_is_said(string field, int expected)
    {
        var cluster = new SampleCluster(SampleCluster.App<Twin, Media>("twin", "media")) { Defaults = new() { DeletionPolicy = DeletionPolicy.Delete, Decryption = Sops.Age("age") } };

        TreeRenderer.Render(cluster, new RenderOptions(new OneNeighbour($"kind: Kustomization\nspec:\n  {field}\n"))).Result.Findings
            .Count(static finding => finding is { Id: RuleIds.ParentPatchReplacesList, Place: { Path: "kubernetes/apps/media/byhand/ks.yaml", Line: 3 } }).Should().Be(expected);
    }

    private sealed class OneNeighbour(string text) : IRepositoryFiles
    {
        private const string Folder = "kubernetes/apps/media/byhand";

        public bool FileExists(string path) => path == Folder + "/ks.yaml";

        public bool FolderExists(string path) => path == Folder;

        public byte[]? Read(string path) => FileExists(path) ? Encoding.UTF8.GetBytes(text) : null;

        public IReadOnlyList<string> FilesIn(string folder) => folder == Folder ? [Folder + "/ks.yaml"] : [];

        public IReadOnlyList<string> FoldersIn(string folder) => folder == "kubernetes/apps/media" ? [Folder] : [];

        public bool IsOwned(string path) => false;
    }

    private sealed class Twin : FluxApp
    {
        public override ManifestList Manifests => [new ConfigMap("twin")];
    }

    private sealed class Nested : FluxApp
    {
        public override Map<string> Substitute => new() { ["HOST"] = "app.${SECRET_DOMAIN}" };

        public override ManifestList Manifests => [new ConfigMap { Data = new() { ["host"] = "${HOST}" } }];
    }

    private sealed class Renaming : FluxApp
    {
        public override ManifestList Manifests => [new Manifest("v1", "Namespace", "other"), Manifest.Yaml("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: third\n")];
    }

    private sealed class Placeholder : FluxApp
    {
        public override ManifestList Manifests => [new Manifest("v1", "Namespace", "not-used")];
    }

    private sealed class Media : FluxNamespace;

    private sealed class MadeElsewhere : FluxNamespace
    {
        public override bool WriteNamespace => false;
    }

    private sealed class Secrets : FluxNamespace;

    private sealed class Scripts : FluxApp
    {
        public override Map<string> Substitute => new() { ["A"] = "b" };

        public override IReadOnlyList<Patch> Patches => [Patch.Json6902(new PatchTarget { Kind = "ConfigMap" }, JsonPatchOperation.Add("/data/j", GitOps.Text.Literal("${j}")))];

        public override ManifestList Manifests =>
        [
            new ConfigMapGenerator("on") { Literals = new() { ["a"] = GitOps.Text.Literal("echo ${i}"), ["q"] = "'quoted'" }, Files = [Files.Of("run.sh", GitOps.Text.Literal("echo ${i}\n"))] },
            new ConfigMapGenerator("off") { Literal = true, Literals = new() { ["b"] = GitOps.Text.Literal("echo ${i}") }, Files = [Files.Of("off.sh", GitOps.Text.Literal("echo ${i}\n"))] },
        ];
    }

    private sealed class Twins : FluxApp
    {
        public override ManifestList Manifests => [new ConfigMap(), new ConfigMap(), new SecretGenerator(), new SecretGenerator()];
    }

    private sealed class Ping : FluxApp
    {
        public ConfigMap Own => field ??= new() { Data = new() { ["other"] = $"{Ref<Pong>.To(static app => app.Own).Name}.{Ref<Pong>.To(static app => app.Own).Namespace}" } };

        public override ManifestList Manifests => [Own];
    }

    private sealed class Pong : FluxApp
    {
        public Secret Own => field ??= new() { StringData = new() { ["a"] = "b" } };

        public override ManifestList Manifests => [Own, new ConfigMap { Data = new() { ["other"] = Ref<Ping>.To(static app => app.Own).Name } }];
    }

    private sealed class FarKey : FluxApp
    {
        public override ManifestList Manifests => [new Manifest("v1", "X") { ["spec"] = new() { ["ref"] = ((LocalObjectReference)(ObjectRef<KubernetesObject>)Ref<Pong>.To<KubernetesObject>(static app => app.Own)) } }];
    }

    private sealed class LateThrower : FluxApp
    {
        public override IReadOnlyList<HealthCheck> HealthChecks => throw new InvalidOperationException("late");

        public override ManifestList Manifests => [new ConfigMap()];
    }

    [Fact]
    public void A_component_of_a_namespace_takes_no_variables()
    {
        var cluster = new SampleCluster(SampleCluster.App<Lonely, Sharing>("lonely", "sharing"));

        var wrong = TreeRenderer.Render(cluster, new RenderOptions(new OneComponent("name: ${APP}"))).Result.Findings;
        var right = TreeRenderer.Render(cluster, new RenderOptions(new OneComponent("name: shared"))).Result.Findings;

        wrong.Should().ContainSingle().Which.Id.Should().Be(RuleIds.NamespaceComponentTakesVariables);
        wrong[0].Message.Should().Contain("'sharing'").And.Contain("'${APP}'");
        right.Should().BeEmpty();
    }

    private sealed class Sharing : FluxNamespace
    {
        public override ComponentList Components => [new SharedComponent()];
    }

    private sealed class SharedComponent : FluxComponent
    {
        protected internal override string Directory => "components/shared";
    }

    private sealed class Lonely : FluxApp
    {
        public override ManifestList Manifests => [new ConfigMap()];
    }

    /// <summary>A repository that holds one component with one ConfigMap.</summary>
    private sealed class OneComponent(string metadata) : IRepositoryFiles
    {
        private const string Folder = "kubernetes/components/shared";

        private readonly Dictionary<string, string> files = new()
        {
            [Folder + "/kustomization.yaml"] = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources:\n  - ./configmap.yaml\n",
            [Folder + "/configmap.yaml"] = $"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  {metadata}\n",
        };

        public bool FileExists(string path) => files.ContainsKey(path);

        public bool FolderExists(string path) => path == Folder;

        public byte[]? Read(string path) => files.TryGetValue(path, out var text) ? System.Text.Encoding.UTF8.GetBytes(text) : null;

        public IReadOnlyList<string> FilesIn(string folder) => folder == Folder ? [.. files.Keys.Order(StringComparer.Ordinal)] : [];

        public IReadOnlyList<string> FoldersIn(string folder) => [];

        public bool IsOwned(string path) => false;
    }

    private sealed class Patched : FluxApp
    {
        public override Map<string> Substitute => new() { ["A"] = "b" };

        public override IReadOnlyList<Patch> Patches => [Patch.Merge("kind: ConfigMap\nmetadata:\n  name: patched\ndata:\n  a: ${A} ${TYPO}\n")];

        public override ManifestList Manifests => [new ConfigMap()];
    }

    private sealed class Off : FluxApp
    {
        public override bool Enabled => false;

        public override ManifestList Manifests => [];
    }

    private sealed class Elsewhere : FluxApp
    {
        private ConfigMap Own => field ??= new();

        public override string TargetNamespace => "";

        public override KustomizeOptions Kustomize => new() { Namespace = "else" };

        public override IReadOnlyList<HealthCheck> HealthChecks => [Own];

        public override ManifestList Manifests => [Own];
    }
}
