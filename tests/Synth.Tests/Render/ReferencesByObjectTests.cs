using GitOps.Models.CertManager;
using GitOps.Models.ExternalSecrets;
using GitOps.Models.FluxCD;
using GitOps.Models.GatewayApi;
using GitOps.Models.Kubernetes;
using static GitOps.Tests.ConstructClusters;

namespace GitOps.Tests;

/// <summary>What names an object takes the object: its name is written once, wherever the field wants it.</summary>
public sealed class ReferencesByObjectTests
{
    private static readonly SortedDictionary<string, string> Tree = Files(App<User>("user"), Shared<Definitions>("definitions"));

    private static string File(string name) => Tree[$"kubernetes/apps/media/user/app/{name}"];

    [Fact]
    public void An_object_knows_its_name_however_it_got_it() =>
        File("configmap.yaml").Should().Contain("""
            data:
              like-the-app: user
              provided: user
              with-a-name: login
            """);

    [Fact]
    public void Metadata_that_several_objects_share_names_none_of_them()
    {
        var shared = new ObjectMeta { Labels = new() { ["a"] = "b" } };
        var first = new Secret("first") { Metadata = shared };
        first.Metadata.Name.Should().Be("first");

        var second = new Secret("second") { Metadata = shared };
        first.Metadata.Name.Should().BeNull();
        second.Metadata.Name.Should().BeNull();
        new Secret("third") { Metadata = shared }.Metadata.Name.Should().BeNull();
    }

    [Fact]
    public void Values_come_from_objects_and_generators() => File("helmrelease.yaml").Should().Contain("""
          valuesFrom:
            - kind: Secret
              name: login-secret
              targetPath: oauth.clientId
              valuesKey: client_id
            - kind: ConfigMap
              name: settings
            - kind: ConfigMap
              name: user
              valuesKey: more.yaml
        """);

    [Fact]
    public void Values_come_from_nothing_else() =>
        new Action(static () => new Service("x").AsValues()).Should().Throw<ArgumentException>().WithMessage("*not from a Service*");

    [Fact]
    public void Rendered_objects_are_patched_by_typed_patches() => File("helmrelease.yaml").Should().Contain("""
                patches:
                  - patch: |
                      - op: replace
                        path: /spec/template/spec/containers/0/image
                        # renovate: datasource=docker depName=ghcr.io/example/app
                        value: ghcr.io/example/app:v1
                    target:
        """);

    [Fact]
    public void A_kustomization_among_the_objects_waits_for_another_and_looks_at_health() => File("kustomization-controller.yaml").Should().Contain("""
          dependsOn:
            - name: crds
        """).And.Contain("""
          healthChecks:
            - apiVersion: apps/v1
              kind: Deployment
              name: user
        """).And.Contain("""
          sourceRef:
            kind: GitRepository
            name: upstream
        """);

    [Fact]
    public void An_app_waits_for_a_kustomization_among_the_objects_of_another() =>
        Tree["kubernetes/apps/media/user/ks.yaml"].Should().Contain("""
              dependsOn:
                - name: remote
                  namespace: database
            """);

    [Fact]
    public void Roles_subjects_and_what_is_scaled_are_objects()
    {
        File("rolebinding.yaml").Should().Contain("""
            roleRef:
              apiGroup: rbac.authorization.k8s.io
              kind: Role
              name: reader
            subjects:
              - kind: ServiceAccount
                name: user
                namespace: media
            """);
        File("horizontalpodautoscaler.yaml").Should().Contain("""
              scaleTargetRef:
                apiVersion: apps/v1
                kind: Deployment
                name: user
            """);
    }

    [Fact]
    public void A_listener_takes_the_secret_of_a_certificate() => File("gateway.yaml").Should().Contain("""
                certificateRefs:
                  - name: wildcard-tls
        """);

    [Fact]
    public void An_entry_of_a_certificate_is_one_of_its_secret() => File("helmrelease.yaml").Should().Contain("""
            ca:
              key: ca.crt
              name: wildcard-tls
            certificate: wildcard-tls
            login: login-secret
        """);

    [Fact]
    public void Alerts_and_receivers_name_objects()
    {
        File("alert.yaml").Should().Contain("""
              eventSources:
                - kind: HelmRelease
                  name: user
                - kind: HelmRelease
                  name: "*"
            """);
        File("receiver.yaml").Should().Contain("""
              resources:
                - apiVersion: source.toolkit.fluxcd.io/v1
                  kind: GitRepository
                  name: upstream
            """);
    }

    [Fact]
    public void A_namespace_without_an_app_is_written_where_the_cluster_names_it()
    {
        var tree = Files(new SampleCluster(App<Namer>("namer"))
        {
            WithoutApps =
            [
                new() { Type = typeof(Playground), Create = static () => new Playground(), Name = "playground", File = "Namespaces.cs" },
                new() { Type = typeof(Streams), Create = static () => new Streams(), Name = "media", File = "Namespaces.cs" },
            ],
        });

        tree["kubernetes/apps/playground/namespace.yaml"].Should().Contain("name: playground").And.Contain("pod-security.kubernetes.io/enforce: baseline");
        tree["kubernetes/apps/playground/kustomization.yaml"].Should().EndWith("namespace: playground\nresources:\n  - ./namespace.yaml\n");
        tree["kubernetes/apps/media/kustomization.yaml"].Should().Contain("./namer/ks.yaml");
        tree["kubernetes/apps/media/namer/app/configmap.yaml"].Should().Contain("where: playground");
    }

    [Fact]
    public void The_source_of_the_root_keeps_the_name_it_was_given() =>
        Files(new SampleCluster(App<Namer>("namer"))
        {
            RootKustomization = new() { Sync = new GitRepository("home") { Spec = new() { Interval = "1m", Url = "ssh://git@example.org/home" } } },
            WithoutApps = [new() { Type = typeof(Playground), Create = static () => new Playground(), Name = "playground", File = "Namespaces.cs" }],
        })["kubernetes/flux/cluster/gotk-sync.yaml"].Should().Contain("metadata:\n  name: home\n  namespace: flux-system\n");

    private sealed class Playground : FluxNamespace
    {
        public override Map<string> Labels => new() { ["pod-security.kubernetes.io/enforce"] = "baseline" };
    }

    private sealed class Namer : FluxApp
    {
        public override ManifestList Manifests => [new ConfigMap { Data = new() { ["where"] = Ref.Namespace<Playground>() } }];
    }

    private sealed class Definitions : FluxApp
    {
        public Kustomization Remote => field ??= new("remote") { Spec = new() { Interval = "1h", Prune = true, SourceRef = new() { Kind = "GitRepository", Name = "elsewhere" } } };

        public override ManifestList Manifests => [Remote];
    }

    private sealed class User : FluxApp
    {
        private ExternalSecret Login => field ??= new("login") { Spec = new() { Target = new() { Name = "login-secret" }, SecretStoreRef = new() { Kind = "ClusterSecretStore", Name = "store" } } };

        private Secret Own => field ??= Provided(new Secret());

        private ConfigMapGenerator More => field ??= new() { Literals = new() { ["more.yaml"] = "a: b" } };

        private GitRepository Upstream => field ??= new("upstream") { Spec = new() { Interval = "1h", Url = "https://example.org/upstream", Ref = new() { Tag = "v1" } } };

        private Kustomization Crds => field ??= new("crds") { FileName = "kustomization-crds.yaml", Spec = new() { Interval = "1h", Prune = true, SourceRef = Upstream, Path = "./crds" } };

        private Deployment Workload => field ??= new()
        {
            Spec = new() { Selector = new() { MatchLabels = new() { ["a"] = "b" } }, Template = new() { Metadata = new() { Labels = new() { ["a"] = "b" } }, Spec = new() { Containers = [new() { Name = "app", Image = "example.org/app:v1" }] } } },
        };

        private ServiceAccount Account => field ??= new();

        private Role Reader => field ??= new("reader") { Rules = [new() { ApiGroups = [""], Resources = ["pods"], Verbs = ["get"] }] };

        private Certificate Wildcard => field ??= new("wildcard") { Spec = new() { SecretName = "wildcard-tls", DnsNames = ["example.org"], IssuerRef = new() { Kind = "ClusterIssuer", Name = "issuer" } } };

        private Provider Chat => field ??= new("chat") { Spec = new() { Type = "slack", SecretRef = Login } };

        private HelmRelease Release => field ??= new()
        {
            Spec = new()
            {
                Interval = "1h",
                ChartRef = new() { Kind = "OCIRepository", Name = "chart" },
                ValuesFrom = [Login.AsValues("client_id", "oauth.clientId"), Settings.AsValues(), More.AsValues("more.yaml")],
                PostRenderers =
                [
                    new()
                    {
                        Kustomize = new()
                        {
                            Patches =
                            [
                                Patch.Json6902(
                                    new() { Kind = "Deployment", Name = "user" },
                                    JsonPatchOperation.Replace("/spec/template/spec/containers/0/image", ((Values)"ghcr.io/example/app:v1").WithComment("renovate: datasource=docker depName=ghcr.io/example/app"))),
                            ],
                        },
                    },
                ],
                Values = new() { ["ca"] = Wildcard.Key("ca.crt"), ["certificate"] = Wildcard.AsName(), ["login"] = Login.AsName() },
            },
        };

        private ConfigMap Settings => field ??= new("settings")
        {
            Data = new() { ["with-a-name"] = Login.Metadata.Name!, ["like-the-app"] = Account.Metadata.Name!, ["provided"] = Own.Metadata.Name! },
        };

        public override IReadOnlyList<Dependency> DependsOn => [Ref<Definitions>.To(app => app.Remote)];

        public override ManifestList Manifests =>
        [
            Login,
            More,
            Upstream,
            Crds,
            new Kustomization("controller")
            {
                FileName = "kustomization-controller.yaml",
                Spec = new() { Interval = "1h", Prune = true, SourceRef = Upstream, Path = "./controller", DependsOn = [Crds.AsDependency()], HealthChecks = [Workload] },
            },
            Workload,
            Account,
            Reader,
            new RoleBinding { RoleRef = Reader, Subjects = [Account] },
            new HorizontalPodAutoscaler { Spec = new() { ScaleTargetRef = Workload, MaxReplicas = 2 } },
            Wildcard,
            new Gateway
            {
                Spec = new() { GatewayClassName = "envoy", Listeners = [new() { Name = "https", Protocol = "HTTPS", Port = 443, Tls = new() { CertificateRefs = [Wildcard] } }] },
            },
            Chat,
            Release,
            new Alert { Spec = new() { ProviderRef = Chat, EventSources = [Release, new() { Kind = "HelmRelease", Name = "*" }] } },
            new Receiver { Spec = new() { Type = "generic", SecretRef = Login, Resources = [Upstream] } },
            Settings,
        ];
    }
}
