using System.Text;

namespace GitOps.Tests;

/// <summary>One app that says everything an app can say, read back whole.</summary>
public sealed class EverythingTests
{
    private static readonly Rendering Rendered = TreeRenderer.Render(new PlainCluster(WithSource(SampleCluster.App<Everything, Media>("everything", "media"))), new RenderOptions(new NoFiles()));

    [Fact]
    public void Nothing_is_wrong_with_it() => Rendered.Result.Findings.Where(static finding => finding.Severity == FindingSeverity.Error).Should().BeEmpty();

    [Fact]
    public void Its_Kustomization_says_it_all() => Text("ks.yaml").Should().Be(
        """
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata:
          annotations:
            example.org/note: everything
          labels:
            sharding.fluxcd.io/key: one
          name: everything
        spec:
          commonMetadata:
            labels:
              team: home
          decryption:
            provider: sops
          deletionPolicy: Orphan
          dependsOn:
            - name: gateway
              namespace: network
              readyExpr: dep.status.ready == true
          force: true
          healthCheckExprs:
            - apiVersion: example.org/v1
              current: status.ready
              kind: Thing
          healthChecks:
            - apiVersion: apps/v1
              kind: Deployment
              name: everything
              namespace: elsewhere
          interval: 5m
          path: ./kubernetes/apps/media/everything/app
          patches:
            - patch: |
                kind: ConfigMap
                metadata:
                  name: everything
                data:
                  a: b
            - patch: |
                - op: replace
                  path: /data/a
                  value: c
              target:
                kind: ConfigMap
          postBuild:
            substitute:
              APP: everything
            substituteFrom:
              - kind: Secret
                name: settings
                optional: true
          prune: false
          retryInterval: 1m
          sourceRef:
            kind: OCIRepository
            name: tree
            namespace: flux-system
          suspend: true
          targetNamespace: elsewhere
          timeout: 2m
          wait: true
          serviceAccountName: everything

        """);

    [Fact]
    public void Its_kustomization_file_says_it_all() => Text("app/kustomization.yaml").Should().Be(
        """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        commonAnnotations:
          example.org/all: "yes"
        resources:
          # what everything reads
          - ./configmap.yaml
          - https://example.org/base?ref=v1
          - ./grouped.yaml
        configMapGenerator:
          - name: scripts
            files:
              - ./run.sh
            options:
              annotations:
                kustomize.toolkit.fluxcd.io/substitute: disabled
              disableNameSuffixHash: true
        secretGenerator:
          - name: everything
            type: Opaque
            envs:
              - ./vars.env
            literals:
              - A=b
        images:
          # renovate: datasource=docker depName=example/app
          - name: example/app
            newTag: 1.2.3 # {"$imagepolicy": "flux-system:app:tag"}
        labels:
          - includeTemplates: true
            pairs:
              part-of: home
        configurations:
          - ./references.yaml
        patches:
          - patch: |
              kind: ConfigMap
              metadata:
                name: everything
              data:
                d: e
        namePrefix: pre-

        """);

    [Fact]
    public void Its_files_hold_what_was_given()
    {
        Text("app/run.sh").Should().Be("echo ${HOME}\n");
        Text("app/vars.env").Should().Be("X=y\n");
        Text("app/grouped.yaml").Should().Be("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: one\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: two\n");
    }

    [Fact]
    public void Without_a_root_none_is_written() => Rendered.Result.Plan!.Files.Should().NotContain(static file => file.Path.Contains("flux/cluster", StringComparison.Ordinal));

    private static string Text(string path) =>
        Encoding.UTF8.GetString(Rendered.Result.Plan!.Files.Single(file => file.Path == "kubernetes/apps/media/everything/" + path).Content.Span);

    private static AppRegistration WithSource(AppRegistration app) => new()
    {
        Type = app.Type,
        Create = app.Create,
        Name = app.Name,
        Namespace = app.Namespace,
        Directory = app.Directory,
        Folder = app.Folder,
        File = app.File,
        SubstituteFrom = [new VariableSourceRegistration(typeof(Settings), static () => new Settings())],
    };

    private sealed class PlainCluster(AppRegistration app) : FluxCluster
    {
        public override string TreePath => "kubernetes";

        public override IReadOnlyList<AppRegistration> Registrations => [app];

        public override string SourceFile => "Home.cs";

        public override RootKustomization? Root => null;

        public override TreeStyle Style => new() { DocumentStart = false, Provenance = false };

        public override KustomizationDefaults DefaultsFor(FluxApp of) => new() { Decryption = Sops.Controller, DeletionPolicy = DeletionPolicy.Delete };
    }

    private sealed class Media : FluxNamespace;

    private sealed class Settings : VariableSource
    {
        public override string Kind => "Secret";

        public override string Name => "settings";

        public override bool Optional => true;
    }

    private sealed class Everything : FluxApp
    {
        public override Map<string> Labels => new() { ["sharding.fluxcd.io/key"] = "one" };

        public override Map<string> Annotations => new() { ["example.org/note"] = "everything" };

        public override Models.FluxCD.CommonMetadata CommonMetadata => new() { Labels = new() { ["team"] = "home" } };

        public override DeletionPolicy? DeletionPolicy => GitOps.DeletionPolicy.Orphan;

        public override IReadOnlyList<Dependency> DependsOn => [new("gateway", "network") { ReadyExpr = "dep.status.ready == true" }];

        public override bool? Force => true;

        public override bool? Suspend => true;

        public override bool? Wait => true;

        public override bool? Prune => false;

        public override Duration? Interval => "5m";

        public override Duration? RetryInterval => TimeSpan.FromMinutes(1);

        public override Duration? Timeout => "2m";

        public override string TargetNamespace => "elsewhere";

        public override SourceReference Source => new("OCIRepository", "tree");

        public override Map<string> Substitute => new() { ["APP"] = Name };

        public override Values OtherSpec => new() { ["serviceAccountName"] = "everything" };

        public override IReadOnlyList<HealthCheck> HealthChecks => [new("apps/v1", "Deployment", "everything")];

        public override IReadOnlyList<Models.FluxCD.HealthCheckExpr> HealthCheckExprs => [new() { ApiVersion = "example.org/v1", Kind = "Thing", Current = "status.ready" }];

        public override IReadOnlyList<Patch> Patches =>
        [
            Patch.Merge("kind: ConfigMap\nmetadata:\n  name: everything\ndata:\n  a: b\n"),
            Patch.Json6902(new PatchTarget { Kind = "ConfigMap" }, JsonPatchOperation.Replace("/data/a", "c")),
        ];

        public override KustomizeOptions Kustomize => new()
        {
            CommonAnnotations = new() { ["example.org/all"] = "yes" },
            Images = [new("example/app") { NewTag = "1.2.3", Comment = "renovate: datasource=docker depName=example/app", TagComment = "{\"$imagepolicy\": \"flux-system:app:tag\"}" }],
            Labels = [new() { Pairs = new() { ["part-of"] = "home" }, IncludeTemplates = true }],
            Configurations = [Files.Of("references.yaml", "nameReference: []\n")],
            Patches = [Patch.Merge("kind: ConfigMap\nmetadata:\n  name: everything\ndata:\n  d: e\n")],
            Other = new() { ["namePrefix"] = "pre-" },
        };

        public override ManifestList Manifests =>
        [
            new Manifest("v1", "ConfigMap") { EntryComment = "what everything reads", ["data"] = new() { ["app"] = "${APP}" } },
            Files.Remote("https://example.org/base?ref=v1"),
            Files.Group("grouped.yaml", new Manifest("v1", "ConfigMap", "one"), new Manifest("v1", "ConfigMap", "two")),
            new ConfigMapGenerator("scripts") { Files = [Files.Of("run.sh", GitOps.Text.Literal("echo ${HOME}\n"))], Literal = true },
            new SecretGenerator { Type = "Opaque", Literals = new() { ["A"] = "b" }, Envs = [Files.Of("vars.env", "X=y\n")], NameSuffixHash = true },
        ];
    }
}
