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

    private sealed class Media : FluxNamespace;

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
