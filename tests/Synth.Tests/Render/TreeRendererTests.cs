using System.Text;

namespace GitOps.Tests;

public sealed class TreeRendererTests
{
    private static Rendering Sample(params AppRegistration[] apps) => new SampleCluster(apps).Render();

    private static string Text(Rendering rendering, string path) =>
        Encoding.UTF8.GetString(rendering.Result.Plan!.Files.Single(file => file.Path == path).Content.Span);

    [Fact]
    public void An_app_becomes_a_ks_yaml_a_kustomization_and_a_file_per_object()
    {
        var rendering = Sample(SampleCluster.App<Sonarr, Media>("sonarr", "media"), SampleCluster.App<Stores, Secrets>("stores", "secrets"));

        rendering.Result.Findings.Should().BeEmpty();
        rendering.Result.Plan!.Files.Select(static file => file.Path).Should().BeEquivalentTo(
            "kubernetes/apps/media/kustomization.yaml", "kubernetes/apps/media/namespace.yaml", "kubernetes/apps/media/sonarr/ks.yaml",
            "kubernetes/apps/media/sonarr/app/kustomization.yaml", "kubernetes/apps/media/sonarr/app/configmap.yaml", "kubernetes/apps/media/sonarr/app/configmap-extra.yaml",
            "kubernetes/apps/secrets/kustomization.yaml", "kubernetes/apps/secrets/namespace.yaml", "kubernetes/apps/secrets/stores/ks.yaml",
            "kubernetes/apps/secrets/stores/app/kustomization.yaml", "kubernetes/apps/secrets/stores/app/secretstore.yaml", "kubernetes/flux/cluster/ks.yaml");
        Text(rendering, "kubernetes/apps/media/sonarr/ks.yaml").Should().Be(
            """
            # from Apps/Sonarr.cs
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata:
              name: sonarr
            spec:
              interval: 1h
              path: ./kubernetes/apps/media/sonarr/app
              postBuild:
                substitute:
                  TZ: Europe/Berlin
              prune: true
              sourceRef:
                kind: GitRepository
                name: flux-system
                namespace: flux-system
              targetNamespace: media
              wait: true

            """);
        Text(rendering, "kubernetes/apps/media/sonarr/app/configmap.yaml").Should().Be(
            """
            # from TreeRendererTests.cs
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: sonarr
            data:
              script: echo $${HOME} ${TZ}
              store: stores

            """);
    }

    [Fact]
    public void A_constructor_that_throws_is_a_finding_at_the_app_and_the_others_are_still_judged()
    {
        var rendering = Sample(SampleCluster.App<Broken, Media>("broken", "media"), SampleCluster.App<BadName, Media>("Bad_Name", "media"));

        rendering.Result.Findings.Select(static finding => finding.Id).Should().BeEquivalentTo(RuleIds.AuthorCodeThrew, RuleIds.ObjectName);
        rendering.Result.Findings[0].Message.Should().Contain("app 'media/broken'").And.Contain("the disk is on fire");
    }

    [Fact]
    public void An_object_listed_by_two_apps_is_a_finding()
    {
        var rendering = Sample(SampleCluster.App<Shares, Media>("a", "media"), SampleCluster.App<SharesToo, Media>("b", "media"));

        rendering.Result.Findings.Should().ContainSingle().Which.Message.Should().Contain("app 'media/a'").And.Contain("app 'media/b'");
    }

    [Fact]
    public void A_path_out_of_the_folder_is_a_finding() =>
        Sample(SampleCluster.App<Climber, Media>("climber", "media")).Result.Findings.Should().ContainSingle()
            .Which.Id.Should().Be(RuleIds.PathLeavesRoot);

    [Fact]
    public void A_component_that_is_not_there_is_a_finding() =>
        Sample(SampleCluster.App<WithComponent, Media>("with", "media")).Result.Findings.Should().ContainSingle()
            .Which.Message.Should().Contain("kubernetes/components/backup");

    [Fact]
    public void What_a_component_needs_every_app_with_it_waits_for()
    {
        var rendering = Sample(SampleCluster.App<WithStore, Media>("with", "media"), SampleCluster.App<Stores, Secrets>("stores", "secrets"));

        Text(rendering, "kubernetes/apps/media/with/ks.yaml").Should().Contain(
            """
              dependsOn:
                - name: stores
                  namespace: secrets
            """);
    }

    [Fact]
    public void A_namespace_is_named_by_its_type_and_one_without_apps_is_a_finding()
    {
        var rendering = Sample(SampleCluster.App<NamesNamespaces, Media>("names", "the-media"));

        rendering.Result.Findings.Should().ContainSingle().Which.Message.Should().Contain("no app of this cluster lives in Secrets");
        Text(Sample(SampleCluster.App<NamesNamespaces, Media>("names", "the-media"), SampleCluster.App<Stores, Secrets>("stores", "the-secrets")),
            "kubernetes/apps/the-media/names/app/configmap.yaml").Should().Contain("spaces: the-media the-secrets\n");
    }

    private sealed class Media : FluxNamespace;

    private sealed class Secrets : FluxNamespace;

    private sealed class Sonarr : FluxApp
    {
        public override bool? Wait => true;

        public override Map<string> Substitute => new() { ["TZ"] = "Europe/Berlin" };

        public override ManifestList Manifests =>
        [
            new Manifest("v1", "ConfigMap")
            {
                ["data"] = new()
                {
                    ["script"] = GitOps.Text.Literal("echo ${HOME}") + " ${TZ}",
                    ["store"] = Ref<Stores>.To(stores => stores.Store).Name,
                },
            },
            new Manifest("v1", "ConfigMap", "extra") { ["data"] = new() { ["a"] = "b" } },
        ];
    }

    private sealed class Stores : FluxApp
    {
        public Manifest Store => field ??= new("external-secrets.io/v1", "SecretStore");

        public override ManifestList Manifests => [Store];
    }

    private sealed class Broken : FluxApp
    {
        public Broken() => throw new InvalidOperationException("the disk is on fire");

        public override ManifestList Manifests => [];
    }

    private sealed class BadName : FluxApp
    {
        public override ManifestList Manifests => [new Manifest("v1", "ConfigMap", "good")];
    }

    private static readonly Manifest Common = new("v1", "ConfigMap", "common");

    private sealed class Shares : FluxApp
    {
        public override ManifestList Manifests => [Common];
    }

    private sealed class SharesToo : FluxApp
    {
        public override ManifestList Manifests => [Common];
    }

    private sealed class Climber : FluxApp
    {
        public override ManifestList Manifests => [Files.InTree("../../secret.yaml")];
    }

    private sealed class Backup : FluxComponent
    {
        protected internal override string Directory => "components/backup";
    }

    private sealed class WithComponent : FluxApp
    {
        public override ComponentList Components => [new Backup()];

        public override ManifestList Manifests => [];
    }

    [DependsOn<Stores>]
    private sealed class FromStore : FluxComponent
    {
        protected internal override string Directory => "components/from-store";
    }

    private sealed class WithStore : FluxApp
    {
        public override ComponentList Components => [new FromStore(), new FromStore()];

        public override ManifestList Manifests => [];
    }

    private sealed class NamesNamespaces : FluxApp
    {
        public override ManifestList Manifests =>
            [new Manifest("v1", "ConfigMap") { ["data"] = new() { ["spaces"] = $"{Ref.Namespace<Media>()} {Ref.Namespace<Secrets>()}" } }];
    }
}
