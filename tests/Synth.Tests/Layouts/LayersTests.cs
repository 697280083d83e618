using System.Text;
using GitOps.Models.ExternalSecrets;
using GitOps.Models.FluxCD;
using GitOps.Models.Kubernetes;

namespace GitOps.Tests;

public sealed class LayersTests
{
    private static readonly string[] NoFindings = [];

    private static Rendering Render(LayeredCluster cluster) => TreeRenderer.Render(cluster, new RenderOptions(new NoFiles()));

    private static string Text(Rendering rendering, string path) =>
        Encoding.UTF8.GetString(rendering.Result.Plan!.Files.Single(file => file.Path == path).Content.Span);

    private static IEnumerable<string> Messages(Rendering rendering) => rendering.Result.Findings.Select(static finding => $"{finding.Id} {finding.Place}: {finding.Message}");

    private static AppRegistration In<TApp, TNamespace>(string name, string inNamespace, Type layer, params DependencyRegistration[] dependsOn)
        where TApp : FluxApp, new()
        where TNamespace : FluxNamespace, new()
    {
        var app = SampleCluster.App<TApp, TNamespace>(name, inNamespace, null, "app", dependsOn);
        return new AppRegistration
        {
            Type = app.Type,
            Create = app.Create,
            Name = app.Name,
            Namespace = app.Namespace,
            Directory = app.Directory,
            Folder = app.Folder,
            DependsOn = app.DependsOn,
            SubstituteFrom = [],
            File = app.File,
            Layer = layer,
        };
    }

    private static AppRegistration Infrastructure => SampleCluster.App<Infra, System>("infra", "flux-system");

    private static AppRegistration Databases => SampleCluster.App<Data, System>("data", "flux-system", null, "app", new DependencyRegistration(typeof(Infra)));

    [Fact]
    public void Layers_are_Kustomizations_of_Flux_folder_and_their_apps_are_folders()
    {
        var rendering = Render(new LayeredCluster(Infrastructure, Databases, In<Certs, CertManager>("certs", "cert-manager", typeof(Infra)), In<Redis, Databank>("redis", "databases", typeof(Data))));

        Messages(rendering).Should().BeEquivalentTo(NoFindings);
        rendering.Result.Plan!.Files.Select(static file => file.Path).Should().BeEquivalentTo(
            "gitops/clusters/home/infra.yaml", "gitops/clusters/home/data.yaml", "gitops/clusters/home/kustomization.yaml",
            "gitops/clusters/home/flux-system/gotk-sync.yaml", "gitops/clusters/home/flux-system/kustomization.yaml",
            "gitops/infrastructure/kustomization.yaml", "gitops/infrastructure/namespaces/cert-manager/kustomization.yaml", "gitops/infrastructure/namespaces/cert-manager/namespace.yaml",
            "gitops/infrastructure/certs/kustomization.yaml", "gitops/infrastructure/certs/configmap.yaml",
            "gitops/data/kustomization.yaml", "gitops/data/namespaces/databases/kustomization.yaml", "gitops/data/namespaces/databases/namespace.yaml",
            "gitops/data/redis/kustomization.yaml", "gitops/data/redis/configmap.yaml");
        Text(rendering, "gitops/clusters/home/data.yaml").Should().Be(
            """
            # from Apps/Data.cs
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata:
              name: data
              namespace: flux-system
            spec:
              dependsOn:
                - name: infra
                  namespace: flux-system
              healthChecks:
                - apiVersion: v1
                  kind: ConfigMap
                  name: redis
                  namespace: databases
              interval: 1h
              path: ./gitops/data
              postBuild:
                substitute:
                  SIZE: 1Gi
              prune: true
              sourceRef:
                kind: GitRepository
                name: flux-system
                namespace: flux-system

            """);
        Text(rendering, "gitops/data/kustomization.yaml").Should().Be(
            """
            # from Apps/Data.cs
            ---
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources:
              - ./namespaces/databases
              - ./redis

            """);
        Text(rendering, "gitops/data/redis/kustomization.yaml").Should().Be(
            """
            # from Apps/Redis.cs
            ---
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            namespace: databases
            resources:
              - ./configmap.yaml

            """);
        Text(rendering, "gitops/clusters/home/kustomization.yaml").Should().Be(
            """
            # from Home.cs
            ---
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources:
              - ./data.yaml
              - ./flux-system
              - ./infra.yaml

            """);
        Text(rendering, "gitops/clusters/home/flux-system/gotk-sync.yaml").Should().Contain("kind: GitRepository").And.Contain("path: ./gitops/clusters/home\n").And.Contain("url: ssh://git@example.org/home\n");
    }

    [Fact]
    public void What_an_app_needs_of_another_layer_is_what_its_layer_waits_for()
    {
        var rendering = Render(new LayeredCluster(Infrastructure, SampleCluster.App<Data, System>("data", "flux-system"),
            In<Certs, CertManager>("certs", "cert-manager", typeof(Infra)), In<Redis, Databank>("redis", "databases", typeof(Data), new DependencyRegistration(typeof(Certs)))));

        Messages(rendering).Should().BeEquivalentTo(NoFindings);
        Text(rendering, "gitops/clusters/home/data.yaml").Should().Contain("  dependsOn:\n    - name: infra\n      namespace: flux-system\n");
    }

    [Fact]
    public void What_a_layer_waits_for_through_another_is_not_said_again()
    {
        var rendering = Render(new LayeredCluster(Infrastructure, Databases, SampleCluster.App<Overlay, System>("overlay", "flux-system", null, "app", new DependencyRegistration(typeof(Data))),
            In<Certs, CertManager>("certs", "cert-manager", typeof(Infra)), In<Redis, Databank>("redis", "databases", typeof(Overlay), new DependencyRegistration(typeof(Certs)))));

        Text(rendering, "gitops/clusters/home/overlay.yaml").Should().Contain("  dependsOn:\n    - name: data\n      namespace: flux-system\n  healthChecks:");
    }

    [Fact]
    public void A_namespace_of_which_nothing_is_written_is_listed_nowhere()
    {
        var rendering = Render(new LayeredCluster(Infrastructure, In<Certs, System>("certs", "kube-system", typeof(Infra))));

        Messages(rendering).Should().BeEquivalentTo(NoFindings);
        Text(rendering, "gitops/infrastructure/kustomization.yaml").Should().EndWith("resources:\n  - ./certs\n");
    }

    [Fact]
    public void The_synchronisation_may_stand_among_the_layers_and_one_list_holds_all()
    {
        var rendering = Render(new LayeredCluster(Infrastructure, Databases) { How = new LayersLayout { Directory = "flux-system" }, RootIs = Bootstrapped("flux-system") });

        Messages(rendering).Should().BeEquivalentTo(NoFindings);
        Text(rendering, "gitops/flux-system/kustomization.yaml").Should().Contain("resources:\n  - ./data.yaml\n  - ./gotk-sync.yaml\n  - ./infra.yaml\n");
        Text(rendering, "gitops/flux-system/gotk-sync.yaml").Should().Contain("path: ./gitops/flux-system\n");
    }

    /// <summary>flux bootstrap writes its file anew, so nothing that the others need may stand in there.</summary>
    [Fact]
    public void Beside_a_synchronisation_each_Kustomization_says_its_own_decryption_and_defaults()
    {
        var rendering = Render(new LayeredCluster(Infrastructure, Databases)
        {
            RootIs = Bootstrapped("clusters/home/flux-system") with { HelmReleaseDefaults = new() { ["maxHistory"] = 2 } },
            Defaults = new() { Decryption = Sops.Age("sops-age"), DeletionPolicy = DeletionPolicy.Orphan },
        });

        Messages(rendering).Should().BeEquivalentTo(NoFindings);
        foreach (var layer in new[] { "infra", "data" })
            Text(rendering, $"gitops/clusters/home/{layer}.yaml").Should().Contain("decryption:\n    provider: sops\n").And.Contain("deletionPolicy: Orphan\n").And.Contain("maxHistory: 2\n").And.NotContain("labels:");
        Text(rendering, "gitops/clusters/home/flux-system/gotk-sync.yaml").Should().NotContain("decryption").And.NotContain("patches");
    }

    [Fact]
    public void An_app_that_needs_a_later_layer_is_told_so()
    {
        var rendering = Render(new LayeredCluster(Infrastructure, Databases,
            In<Certs, CertManager>("certs", "cert-manager", typeof(Infra), new DependencyRegistration(typeof(Redis))), In<Redis, Databank>("redis", "databases", typeof(Data))));

        Messages(rendering).Should().Equal(
            "GOPS1012 Apps/Certs.cs: 'cert-manager/certs' depends on 'databases/redis', which comes with 'flux-system/data'; that waits for 'flux-system/infra', the layer of 'cert-manager/certs': move one of the two to another layer, or remove the dependency");
    }

    /// <summary>A reference alone is no dependency: what it means may come later. It is worth a word, for where the layer waits, it waits for ever.</summary>
    [Fact]
    public void An_object_that_refers_to_one_of_a_later_layer_is_told_so()
    {
        var rendering = Render(new LayeredCluster(Infrastructure, Databases, In<Reads, CertManager>("reads", "cert-manager", typeof(Infra)), In<Stores, Databank>("stores", "databases", typeof(Data))));

        rendering.Result.Findings.Should().ContainSingle(static finding => finding.Id == "GOPS1012").Which.Should().Match<Finding>(static finding => finding.Severity == FindingSeverity.Warning
            && finding.Message.StartsWith("'cert-manager/reads' refers to an object of 'databases/stores', which comes with 'flux-system/data'; that waits for 'flux-system/infra'", StringComparison.Ordinal));
        Render(new LayeredCluster(Infrastructure, Databases, In<Reads, CertManager>("reads", "cert-manager", typeof(Data)), In<Stores, Databank>("stores", "databases", typeof(Infra))))
            .Result.Findings.Should().NotContain(static finding => finding.Id == "GOPS1012");
    }

    [Fact]
    public void A_reference_to_an_app_of_another_cluster_is_told_with_the_cluster()
    {
        var rendering = Render(new LayeredCluster(SampleCluster.App<Needs, CertManager>("needs", "cert-manager")));

        rendering.Result.Findings.Should().ContainSingle().Which.Should().Match<Finding>(static finding => finding.Id == "GOPS1013" && finding.Severity == FindingSeverity.Error
            && finding.Message.StartsWith("'Elsewhere' does not run on cluster 'LayeredCluster', and what refers to it here does", StringComparison.Ordinal));
    }

    [Fact]
    public void Within_one_layer_there_is_no_order()
    {
        var rendering = Render(new LayeredCluster(Infrastructure,
            In<Certs, CertManager>("certs", "cert-manager", typeof(Infra), new DependencyRegistration(typeof(Redis))), In<Redis, Databank>("redis", "databases", typeof(Infra))));

        rendering.Result.Findings.Should().ContainSingle().Which.Should().Match<Finding>(static finding => finding.Id == "GOPS1014" && finding.Severity == FindingSeverity.Warning);
    }

    [Fact]
    public void What_only_a_Kustomization_of_its_own_could_have_is_an_error()
    {
        var rendering = Render(new LayeredCluster(Infrastructure, In<Waits, Databank>("waits", "databases", typeof(Infra))));

        Messages(rendering).Should().Equal(
            "GOPS0026 Apps/Waits.cs: 'databases/waits' sets Interval, Wait, and is part of the layer 'infra', whose Kustomization applies it: set that on Infra, or take [In<…>] away to give the app a Kustomization of its own");
    }

    [Fact]
    public void Two_apps_of_a_layer_cannot_give_one_variable_two_values()
    {
        var rendering = Render(new LayeredCluster(Databases, Infrastructure, In<Redis, Databank>("redis", "databases", typeof(Data)), In<Other, Databank>("other", "databases", typeof(Data))));

        Messages(rendering).Should().ContainSingle().Which.Should().StartWith("GOPS2009 Apps/Redis.cs: 'databases/redis' gives the variable SIZE the value '1Gi', and another app of the layer 'data' '2Gi'");
    }

    [Fact]
    public void Apps_of_two_clusters_share_a_base_and_differ_by_patches()
    {
        var rendering = TreeRenderer.Render([static () => Overlaid("kyrion"), static () => Overlaid("styx")], new RenderOptions(new NoFiles()));

        Messages(rendering).Should().BeEquivalentTo(NoFindings);
        rendering.Result.Plan!.Roots.Should().BeEquivalentTo("apps/base", "apps/kyrion", "apps/styx", "clusters/kyrion", "clusters/styx", "components");
        rendering.Result.Plan!.Files.Select(static file => file.Path).Should().OnlyHaveUniqueItems();
        Text(rendering, "apps/base/redis/kustomization.yaml").Should().Contain("namespace: databases");
        Text(rendering, "apps/styx/kustomization.yaml").Should().Be(
            """
            # from Apps/Overlay.cs
            ---
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources:
              - ../base/namespaces/databases
              - ../base/redis
            patches:
              - patch: |-
                  apiVersion: v1
                  kind: ConfigMap
                  metadata:
                    name: redis
                  data:
                    more: "yes"
                target:
                  kind: ConfigMap
                  name: redis

            """);
        Text(rendering, "apps/kyrion/kustomization.yaml").Should().NotContain("patches");
        Text(rendering, "clusters/styx/overlay.yaml").Should().Contain("path: ./apps/styx\n");
    }

    /// <summary>It stands in the file of the layer, and is the app's.</summary>
    [Fact]
    public void A_patch_that_does_not_fit_is_told_at_its_app()
    {
        var rendering = Render(new LayeredCluster(Infrastructure, Databases, In<Mistaken, Databank>("mistaken", "databases", typeof(Data))));

        rendering.Result.Findings.Select(static finding => $"{finding.Id} {finding.Place}").Should().Equal("GOPS3013 Apps/Mistaken.cs", "GOPS3016 Apps/Mistaken.cs");
    }

    [Fact]
    public void What_clusters_share_must_be_the_same()
    {
        var rendering = TreeRenderer.Render([static () => Overlaid("kyrion", differs: true), static () => Overlaid("styx", differs: true)], new RenderOptions(new NoFiles()));

        rendering.Result.Findings.Select(static finding => finding.Id).Should().Equal("GOPS0027");
    }

    [Fact]
    public void Two_clusters_have_no_root_in_common()
    {
        var rendering = TreeRenderer.Render([static () => new FirstOfTwo(), static () => new SecondOfTwo()], new RenderOptions(new NoFiles()));

        var finding = rendering.Result.Findings.Should().ContainSingle().Subject;
        finding.Id.Should().Be("GOPS0027");
        finding.Message.Should().Be("'flux/cluster/ks.yaml' would be the root Kustomization of both 'FirstOfTwo' and 'SecondOfTwo': give each a folder of its own, 'Root => new() { Directory = $\"flux/{Name}\" }' in their classes or the one that they share");
        finding.Place!.Path.Should().Be("Two.cs");
        finding.Place.Line.Should().BeGreaterThan(finding.AlsoAt.Single().Line).And.BeGreaterThan(1);
    }

    [Fact]
    public void Two_clusters_that_apply_one_folder_are_told_to_part()
    {
        var rendering = TreeRenderer.Render([static () => InOneTree("kyrion"), static () => InOneTree("styx")], new RenderOptions(new NoFiles()));

        rendering.Result.Findings.Should().ContainSingle(static finding => finding.Id == "GOPS0027" && finding.Message ==
            "'LayeredCluster' and 'LayeredCluster' write 'gitops/apps/databases/differs/app/configmap.yaml' differently, and both apply the whole of 'gitops/apps': give each a folder of its own, by its [Cluster(\"…\")] or the Directory of its layout");
    }

    private static LayeredCluster InOneTree(string name) => new(SampleCluster.App<Differs, Databank>("differs", "databases")) { Called = name, How = new AppsLayout(), RootIs = new() { Directory = $"flux/{name}" } };

    [Fact]
    public void A_layer_without_apps_is_a_list_that_Flux_can_build()
    {
        var rendering = Render(new LayeredCluster(Infrastructure, Databases));

        Messages(rendering).Should().BeEquivalentTo(NoFindings);
        Text(rendering, "gitops/infrastructure/kustomization.yaml").Should().Be(
            """
            # from Apps/Infra.cs
            ---
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            metadata:
              name: infra
            resources: []

            """);
    }

    [Fact]
    public void A_cluster_without_apps_too()
    {
        var rendering = Render(new LayeredCluster());

        Messages(rendering).Should().BeEquivalentTo(NoFindings);
        Text(rendering, "gitops/clusters/home/kustomization.yaml").Should().Contain("  - ./flux-system\n");
        Text(Render(new LayeredCluster { RootIs = new() }), "gitops/clusters/home/kustomization.yaml").Should().EndWith("metadata:\n  name: cluster-apps\nresources: []\n");
    }

    [Fact]
    public void A_flat_layout_lists_apps_and_namespaces_at_its_root()
    {
        var rendering = Render(new LayeredCluster(SampleCluster.App<Certs, CertManager>("certs", "cert-manager"), SampleCluster.App<Redis, Databank>("redis", "databases")) { How = new FlatLayout(), RootIs = new() });

        Messages(rendering).Should().BeEquivalentTo(NoFindings);
        Text(rendering, "gitops/apps/kustomization.yaml").Should().Contain(
            "resources:\n  - ./certs/ks.yaml\n  - ./namespaces/cert-manager\n  - ./namespaces/databases\n  - ./redis/ks.yaml\n");
        Text(rendering, "gitops/apps/redis/ks.yaml").Should().Contain("  namespace: databases\n").And.Contain("path: ./gitops/apps/redis/app\n");
    }

    private static RootKustomization Bootstrapped(string directory) => new()
    {
        Name = "flux-system",
        Directory = directory,
        Sync = new GitRepository("flux-system") { Spec = new() { Interval = "1m", Url = "ssh://git@example.org/home", Ref = new() { Branch = "main" } } },
    };

    private static LayeredCluster Overlaid(string name, bool differs = false) => new(
    [
        SampleCluster.App<Overlay, System>("overlay", "flux-system"),
        In<Redis, Databank>("redis", "databases", typeof(Overlay)),
        .. differs ? new[] { In<Differs, Databank>("differs", "databases", typeof(Overlay)) } : [],
    ])
    {
        Called = name,
        Tree = ".",
    };

    [Cluster(".", line: 7)]
    private sealed class FirstOfTwo : TwoOf;

    [Cluster(".", line: 10)]
    private sealed class SecondOfTwo : TwoOf;

    private abstract class TwoOf : FluxCluster
    {
        public override string TreePath => ".";

        public override IReadOnlyList<AppRegistration> Registrations => [Infrastructure];

        public override string SourceFile => "Two.cs";

        public override TreeLayout Layout => new LayersLayout();
    }

    private sealed class LayeredCluster(params AppRegistration[] apps) : FluxCluster
    {
        public string Called { get; init; } = "home";

        public string Tree { get; init; } = "gitops";

        public TreeLayout How { get; init; } = new LayersLayout();

        public RootKustomization? RootIs { get; init; }

        public override string Name => Called;

        public override string TreePath => Tree;

        public override IReadOnlyList<AppRegistration> Registrations => apps;

        public override string SourceFile => "Home.cs";

        public override TreeLayout Layout => How;

        public KustomizationDefaults Defaults { get; init; } = new();

        public override RootKustomization? Root => RootIs ?? Bootstrapped($"clusters/{Name}/flux-system");

        public override KustomizationDefaults DefaultsFor(FluxApp app) => Defaults;
    }

    private sealed class System : FluxNamespace
    {
        public override bool WriteNamespace => false;
    }

    private sealed class CertManager : FluxNamespace;

    private sealed class Databank : FluxNamespace;

    private sealed class Infra : FluxLayer
    {
        public override bool? Wait => true;

        protected internal override string Path => "infrastructure";
    }

    private sealed class Data : FluxLayer;

    private sealed class Overlay : FluxLayer
    {
        protected internal override string Path => $"apps/{ThisCluster.Name}";

        protected internal override string? Base => "apps/base";
    }

    private sealed class Certs : FluxApp
    {
        public override ManifestList Manifests => [new ConfigMap { Data = new() { ["a"] = "b" } }];
    }

    private sealed class Redis : FluxApp
    {
        private ConfigMap Config => field ??= new() { Data = new() { ["size"] = "${SIZE}" } };

        public override Map<string> Substitute => new() { ["SIZE"] = "1Gi" };

        public override IReadOnlyList<HealthCheck> HealthChecks => [Config];

        protected internal override IReadOnlyList<Patch> PatchesOn(FluxCluster cluster) =>
            cluster.Name == "styx" ? [Patch.Merge("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: redis\ndata:\n  more: \"yes\"", new PatchTarget { Kind = "ConfigMap", Name = "redis" })] : [];

        public override ManifestList Manifests => [Config];
    }

    private sealed class Stores : FluxApp
    {
        public ClusterSecretStore Store => field ??= new("store") { Spec = new() { Provider = new() } };

        public override ManifestList Manifests => [Store];
    }

    private sealed class Reads : FluxApp
    {
        public override ManifestList Manifests => [new ExternalSecret { Spec = new() { SecretStoreRef = Ref<Stores>.To(static stores => stores.Store) } }];
    }

    private abstract class Styx : FluxCluster;

    [RunsOn<Styx>]
    private sealed class Elsewhere : FluxApp
    {
        public ClusterSecretStore Store => field ??= new("store") { Spec = new() { Provider = new() } };

        public override ManifestList Manifests => [Store];
    }

    private sealed class Needs : FluxApp
    {
        public override ManifestList Manifests => [new ExternalSecret { Spec = new() { SecretStoreRef = Ref<Elsewhere>.To(static stores => stores.Store) } }];
    }

    private sealed class Mistaken : FluxApp
    {
        protected internal override IReadOnlyList<Patch> PatchesOn(FluxCluster cluster) =>
        [
            Patch.Merge("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: mistakn\ndata:\n  a: c\n"),
            Patch.Json6902(new PatchTarget { Kind = "ConfigMap", Name = "mistakn" }, JsonPatchOperation.Replace("/data/a", "c")),
        ];

        public override ManifestList Manifests => [new ConfigMap { Data = new() { ["a"] = "b" } }];
    }

    private sealed class Other : FluxApp
    {
        public override Map<string> Substitute => new() { ["SIZE"] = "2Gi" };

        public override ManifestList Manifests => [new ConfigMap { Data = new() { ["size"] = "${SIZE}" } }];
    }

    private sealed class Waits : FluxApp
    {
        public override bool? Wait => true;

        public override Duration? Interval => "5m";

        public override ManifestList Manifests => [new ConfigMap { Data = new() { ["a"] = "b" } }];
    }

    private sealed class Differs : FluxApp
    {
        public override ManifestList Manifests => [new ConfigMap { Data = new() { ["cluster"] = ThisCluster.Name } }];
    }
}
