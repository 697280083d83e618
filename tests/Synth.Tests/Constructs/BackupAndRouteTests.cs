using System.Runtime.CompilerServices;
using GitOps.Models.EnvoyGateway;
using GitOps.Models.ExternalSecrets;
using GitOps.Models.FluxCD;
using GitOps.Models.GatewayApi;
using GitOps.Models.Kubernetes;
using GitOps.Models.VolSync;
using static GitOps.Tests.ConstructClusters;

namespace GitOps.Tests;

/// <summary>Backups, routes, logins, messages and encrypted files, each beside the models that it stands for.</summary>
public sealed class BackupAndRouteTests
{
    private static readonly AppRegistration[] Others = [Shared<Operator>("volsync"), Shared<Gateways>("gateways"), Shared<Login>("login")];

    private static SortedDictionary<string, string> Tree<TApp>(params DependencyRegistration[] dependsOn)
        where TApp : FluxApp, new() => Files([App<TApp>("app", dependsOn), .. Others]);

    [Fact]
    public void A_backup_is_a_claim_its_source_and_its_destination()
    {
        var files = Tree<BacksUp>();

        files["kubernetes/apps/media/app/app/persistentvolumeclaim.yaml"].Should().EndWith("""
            kind: PersistentVolumeClaim
            metadata:
              name: app
            spec:
              accessModes:
                - ReadWriteOnce
              dataSourceRef:
                apiGroup: volsync.backube
                kind: ReplicationDestination
                name: app-restore
              resources:
                requests:
                  storage: 5Gi
              storageClassName: fast

            """);
        files["kubernetes/apps/media/app/app/replicationsource.yaml"].Should().EndWith("""
            kind: ReplicationSource
            metadata:
              name: app
            spec:
              restic:
                accessModes:
                  - ReadWriteOnce
                copyMethod: Snapshot
                moverSecurityContext:
                  fsGroup: 1000
                repository: made
                retain:
                  daily: 7
                  weekly: 4
                storageClassName: fast
                volumeSnapshotClassName: snap
              sourcePVC: app
              trigger:
                schedule: 0 3 * * *

            """);
        files["kubernetes/apps/media/app/app/replicationdestination.yaml"].Should().EndWith("""
            kind: ReplicationDestination
            metadata:
              labels:
                kustomize.toolkit.fluxcd.io/ssa: IfNotPresent
              name: app-restore
            spec:
              restic:
                accessModes:
                  - ReadWriteOnce
                capacity: 5Gi
                cleanupCachePVC: true
                cleanupTempPVC: true
                copyMethod: Snapshot
                enableFileDeletion: true
                moverSecurityContext:
                  fsGroup: 1000
                repository: made
                storageClassName: fast
                volumeSnapshotClassName: snap
              trigger:
                manual: restore-once

            """);
        files["kubernetes/apps/media/app/ks.yaml"].Should().Contain("""
              dependsOn:
                - name: volsync
                  namespace: database
              interval
            """).And.NotContain("healthCheckExprs", "nothing looks at health here");
        files["kubernetes/apps/media/app/app/helmrelease.yaml"].Should().Contain("existingClaim: app\n");
    }

    [Fact]
    public void A_backup_is_replaceable_by_its_models() => Same<BacksUp, BacksUpRaw>(typeof(Operator));

    [Fact]
    public void A_route_leads_from_gateways_to_a_Service()
    {
        var files = Tree<Exposes>();

        files["kubernetes/apps/media/app/app/httproute.yaml"].Should().EndWith("""
            kind: HTTPRoute
            metadata:
              name: app
            spec:
              hostnames:
                - a.example.org
              parentRefs:
                - name: internal
                  namespace: database
              rules:
                - backendRefs:
                    - name: app
                      port: 8080

            """);
        files["kubernetes/apps/media/app/app/httproute-hooks.yaml"].Should().EndWith("""
            kind: HTTPRoute
            metadata:
              annotations:
                a: b
              name: hooks
            spec:
              hostnames:
                - a
                - b
              parentRefs:
                - name: internal
                  namespace: database
                  sectionName: http
                - name: internal
                  namespace: database
                  sectionName: https
              rules:
                - backendRefs:
                    - name: receiver
                      port: 80
                  matches:
                    - path:
                        type: PathPrefix
                        value: /hook/

            """);
        files["kubernetes/apps/media/app/ks.yaml"].Should().Contain("dependsOn:\n    - name: gateways\n      namespace: database\n");
    }

    [Fact]
    public void A_route_is_replaceable_by_its_model() => Same<Exposes, ExposesRaw>(typeof(Gateways));

    [Fact]
    public void A_login_asks_a_Service_of_another_app_which_allows_it()
    {
        var files = Tree<LogsIn>();

        files["kubernetes/apps/media/app/app/securitypolicy.yaml"].Should().EndWith("""
            kind: SecurityPolicy
            metadata:
              name: app
            spec:
              extAuth:
                failOpen: false
                headersToExtAuth:
                  - accept
                  - cookie
                  - x-forwarded-host
                  - x-forwarded-proto
                http:
                  backendRefs:
                    - name: outpost
                      namespace: database
                      port: 9000
                  headersToBackend:
                    - x-user
                  path: /auth
              targetRefs:
                - group: gateway.networking.k8s.io
                  kind: HTTPRoute
                  name: app

            """);
        files["kubernetes/apps/media/app/ks.yaml"].Should().Contain("dependsOn:\n    - name: login\n      namespace: database\n");
        files["kubernetes/apps/database/login/app/referencegrant.yaml"].Should().EndWith("""
            kind: ReferenceGrant
            metadata:
              name: outpost
            spec:
              from:
                - group: gateway.envoyproxy.io
                  kind: SecurityPolicy
                  namespace: media
              to:
                - group: ""
                  kind: Service
                  name: outpost

            """);
    }

    [Fact]
    public void A_login_that_nobody_allows_is_told_where_it_is_made()
    {
        var found = Findings(App<LogsInNowhere>("app"), Shared<ClosedLogin>("login")).Should().ContainSingle(static finding => finding.Id == RuleIds.UnallowedReference).Which;
        found.Message.Should().StartWith("the SecurityPolicy 'media/app' refers to the Service 'database/outpost', and no ReferenceGrant in 'database' lets it");
        found.Place!.Path.Should().EndWith("BackupAndRouteTests.cs");
        Findings(App<LogsIn>("app"), Shared<Login>("login")).Should().NotContain(static finding => finding.Id == RuleIds.UnallowedReference);
    }

    [Fact]
    public void A_login_is_replaceable_by_its_model() => Same<LogsIn, LogsInRaw>(typeof(Login));

    [Fact]
    public void Messages_have_a_provider_and_an_alert_in_an_app_or_a_namespace()
    {
        var files = Files(App<Tells>("app"), SampleCluster.App<Plain, Loud>("plain", "loud"));

        files["kubernetes/apps/media/app/app/provider.yaml"].Should().EndWith("""
            kind: Provider
            metadata:
              name: chat
            spec:
              channel: home
              secretRef:
                name: token
              type: discord

            """);
        files["kubernetes/apps/media/app/app/alert.yaml"].Should().EndWith("""
            kind: Alert
            metadata:
              name: chat
            spec:
              eventMetadata:
                cluster: home
              eventSeverity: info
              eventSources:
                - kind: HelmRelease
                  name: app
              providerRef:
                name: chat

            """);
        files["kubernetes/apps/loud/alert.yaml"].Should().EndWith("""
            kind: Alert
            metadata:
              name: alertmanager
            spec:
              eventSeverity: error
              eventSources:
                - kind: Kustomization
                  name: "*"
                - kind: HelmRelease
                  name: "*"
              exclusionList:
                - dial tcp.*i/o timeout
              providerRef:
                name: alertmanager

            """);
    }

    [Fact]
    public void Messages_are_replaceable_by_their_models() => Same<Tells, TellsRaw>();

    [Fact]
    public void An_encrypted_file_is_copied_byte_for_byte()
    {
        const string Secret = "# by hand\napiVersion: v1\nkind:   Secret\nmetadata: {name: a}\nstringData:\n    a: ENC[AES256_GCM,data:x,type:str]\nsops:\n    mac: ENC[AES256_GCM,data:y,type:str]\n";
        var result = Encrypts(Secret);

        result.Findings.Should().BeEmpty();
        System.Text.Encoding.UTF8.GetString(result.Plan!.Files.Single(static file => file.Path == "kubernetes/apps/media/app/app/login.sops.yaml").Content.Span).Should().Be(Secret);
        System.Text.Encoding.UTF8.GetString(result.Plan.Files.Single(static file => file.Path == "kubernetes/apps/media/app/app/kustomization.yaml").Content.Span).Should().Contain("  - ./login.sops.yaml");
    }

    [Theory]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData:\n  a: plain\n")]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nsops: {mac: ENC[x]}\n---\napiVersion: v1\nkind: Secret\nmetadata: {name: b}\nstringData: {b: plain}\n")]
    [InlineData("apiVersion: v1\nkind: Secret\nsops: {mac: none}\n")]
    [InlineData("a: [")]
    [InlineData("")]
    public void A_file_that_is_not_encrypted_is_an_error_at_its_line(string text)
    {
        var found = Encrypts(text).Findings.Should().ContainSingle(static finding => finding.Severity == FindingSeverity.Error).Subject;

        found.Id.Should().Be("GOPS7006");
        found.Place!.Path.Should().Be("BackupAndRouteTests.cs");
        found.Place.Line.Should().BeGreaterThan(0);
    }

    [Fact]
    public void An_encrypted_file_that_is_not_there_is_an_error() => Encrypts(null).Findings.Should().ContainSingle().Which.Id.Should().Be(RuleIds.MissingFile);

    private static RenderResult Encrypts(string? text) => TreeRenderer.Render(
        new SampleCluster(App<HasSecret>("app")) { Defaults = new() { Decryption = Sops.Age("age") } },
        new RenderOptions(new NoFiles()) { ReadProjectFile = path => path == "login.sops.yaml" && text is not null ? System.Text.Encoding.UTF8.GetBytes(text) : null }).Result;

    private static void Same<TOne, TOther>(params Type[] dependsOn)
        where TOne : FluxApp, new()
        where TOther : FluxApp, new() =>
        Bytes(Tree<TOther>([.. dependsOn.Select(static type => new DependencyRegistration(type))]), "media/app").Should().Equal(Bytes(Tree<TOne>(), "media/app"));

    private sealed class Plain : FluxApp
    {
        public override ManifestList Manifests => [new ConfigMap()];
    }

    private sealed class Loud : FluxNamespace
    {
        public override ManifestList Manifests => [new Alerts("alertmanager", "alertmanager", "http://alertmanager:9093/") { Except = ["dial tcp.*i/o timeout"] }];
    }

    private sealed class Operator : FluxApp
    {
        public override ManifestList Manifests => [new ConfigMap()];
    }

    private sealed class Gateways : FluxApp
    {
        public Gateway Internal => field ??= new("internal") { Spec = new() { GatewayClassName = "envoy", Listeners = [new() { Name = "http", Port = 80, Protocol = "HTTP" }] } };

        public override ManifestList Manifests => [Internal];
    }

    private sealed class Login : FluxApp
    {
        public Service Outpost => field ??= Provided(new Service("outpost"));

        public override ManifestList Manifests => [new ForwardAuthGrant(Outpost) { Namespaces = [Ref.Namespace<Streams>()] }];
    }

    [DependsOn<Operator>]
    private sealed class Backup([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : VolSyncBackup(null, file, line);

    private sealed class BacksUp : FluxApp
    {
        private ExternalSecret Keys => field ??= new("keys") { Spec = new() { Target = new() { Name = "made" } } };

        private Backup Data => field ??= new() { Capacity = "5Gi", Repository = Keys, StorageClass = "fast", SnapshotClass = "snap", SecurityContext = new() { FsGroup = 1000 } };

        public override ManifestList Manifests => [Keys, Data, new AppTemplate("5.1.0") { Persistence = new() { ["data"] = new ClaimVolume(Data.Claim) } }];
    }

    private sealed class BacksUpRaw : FluxApp
    {
        private ExternalSecret Keys => field ??= new("keys") { Spec = new() { Target = new() { Name = "made" } } };

        private ReplicationDestination Restore => field ??= new("app-restore")
        {
            Metadata = new() { Labels = new() { ["kustomize.toolkit.fluxcd.io/ssa"] = "IfNotPresent" } },
            Spec = new()
            {
                Trigger = new() { Manual = "restore-once" },
                Restic = new()
                {
                    Repository = "made",
                    CopyMethod = "Snapshot",
                    StorageClassName = "fast",
                    VolumeSnapshotClassName = "snap",
                    AccessModes = ["ReadWriteOnce"],
                    Capacity = "5Gi",
                    CleanupCachePVC = true,
                    CleanupTempPVC = true,
                    EnableFileDeletion = true,
                    MoverSecurityContext = new() { FsGroup = 1000 },
                },
            },
        };

        private PersistentVolumeClaim Claim => field ??= new()
        {
            Spec = new() { AccessModes = ["ReadWriteOnce"], DataSourceRef = Restore, Resources = new() { Requests = new() { ["storage"] = "5Gi" } }, StorageClassName = "fast" },
        };

        private ReplicationSource Saves => field ??= new()
        {
            Spec = new()
            {
                SourcePVC = "app",
                Trigger = new() { Schedule = "0 3 * * *" },
                Restic = new()
                {
                    Repository = "made",
                    CopyMethod = "Snapshot",
                    StorageClassName = "fast",
                    VolumeSnapshotClassName = "snap",
                    AccessModes = ["ReadWriteOnce"],
                    MoverSecurityContext = new() { FsGroup = 1000 },
                    Retain = new() { Daily = 7, Weekly = 4 },
                },
            },
        };

        public override ManifestList Manifests => [Keys, Claim, Restore, Saves, new AppTemplate("5.1.0") { Persistence = new() { ["data"] = new ClaimVolume(Claim) } }];
    }

    private sealed class Exposes : FluxApp
    {
        private static ObjectRef<Gateway> Internal => Ref<Gateways>.To(static app => app.Internal);

        public override ManifestList Manifests =>
        [
            new Expose("a.example.org", 8080, Internal),
            new Expose(["a", "b"], 80, [Internal.AsParentRef("http"), Internal.AsParentRef("https")], "hooks") { Service = "receiver", PathPrefix = "/hook/", Annotations = new() { ["a"] = "b" } },
        ];
    }

    private sealed class ExposesRaw : FluxApp
    {
        private static ObjectRef<Gateway> Internal => Ref<Gateways>.To(static app => app.Internal);

        public override ManifestList Manifests =>
        [
            new HTTPRoute { Spec = new() { Hostnames = ["a.example.org"], ParentRefs = [Internal], Rules = [new() { BackendRefs = [new() { Name = "app", Port = 8080 }] }] } },
            new HTTPRoute("hooks")
            {
                Metadata = new() { Annotations = new() { ["a"] = "b" } },
                Spec = new()
                {
                    Hostnames = ["a", "b"],
                    ParentRefs = [Internal.AsParentRef("http"), Internal.AsParentRef("https")],
                    Rules = [new() { Matches = [new() { Path = new() { Type = "PathPrefix", Value = "/hook/" } }], BackendRefs = [new() { Name = "receiver", Port = 80 }] }],
                },
            },
        ];
    }

    private sealed class LogsIn : FluxApp
    {
        public override ManifestList Manifests => [new ForwardAuth(Ref<Login>.To(static login => login.Outpost), 9000, "/auth") { HeadersToBackend = ["x-user"] }];
    }

    private sealed class ClosedLogin : FluxApp
    {
        public Service Outpost => field ??= Provided(new Service("outpost"));

        public override ManifestList Manifests => [];
    }

    private sealed class LogsInNowhere : FluxApp
    {
        public override ManifestList Manifests => [new ForwardAuth(Ref<ClosedLogin>.To(static login => login.Outpost), 9000, "/auth")];
    }

    private sealed class LogsInRaw : FluxApp
    {
        public override ManifestList Manifests =>
        [
            new SecurityPolicy
            {
                Spec = new()
                {
                    TargetRefs = [new() { Group = "gateway.networking.k8s.io", Kind = "HTTPRoute", Name = "app" }],
                    ExtAuth = new()
                    {
                        FailOpen = false,
                        HeadersToExtAuth = ["accept", "cookie", "x-forwarded-host", "x-forwarded-proto"],
                        Http = new() { Path = "/auth", BackendRefs = [new() { Name = "outpost", Namespace = "database", Port = 9000 }], HeadersToBackend = ["x-user"] },
                    },
                },
            },
        ];
    }

    private sealed class Tells : FluxApp
    {
        private Secret Token => field ??= Provided(new Secret("token"));

        public override ManifestList Manifests => [new Alerts("chat", "discord") { Severity = "info", Sources = [new() { Kind = "HelmRelease", Name = "app" }], Secret = Token, Channel = "home", Metadata = new() { ["cluster"] = "home" } }];
    }

    private sealed class TellsRaw : FluxApp
    {
        public override ManifestList Manifests =>
        [
            new Provider("chat") { Spec = new() { Type = "discord", Channel = "home", SecretRef = new() { Name = "token" } } },
            new Alert("chat") { Spec = new() { ProviderRef = new() { Name = "chat" }, EventSeverity = "info", EventSources = [new() { Kind = "HelmRelease", Name = "app" }], EventMetadata = new() { ["cluster"] = "home" } } },
        ];
    }

    private sealed class HasSecret : FluxApp
    {
        public override ManifestList Manifests => [new Encrypted("login.sops.yaml")];
    }
}
