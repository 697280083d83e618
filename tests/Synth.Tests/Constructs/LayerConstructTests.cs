using System.Text;
using GitOps.Models.DragonflyDb;
using GitOps.Models.ExternalSecrets;
using GitOps.Models.Kubernetes;

namespace GitOps.Tests;

/// <summary>What constructs bring where an app is part of a layer: it becomes the layer's.</summary>
public sealed class LayerConstructTests
{
    [Fact]
    public void A_layer_waits_for_what_the_constructs_of_its_apps_need_and_looks_at_their_health()
    {
        var files = Files(Layer<Databases>("databases"), Layer<Applications>("applications"), In<Cache>("cache", typeof(Databases)), In<User>("user", typeof(Applications)));

        files["gitops/clusters/home/applications.yaml"].Should().Contain("  dependsOn:\n    - name: databases\n      namespace: data\n");
        files["gitops/clusters/home/databases.yaml"].Should().NotContain("dependsOn").And.Contain("""
              healthChecks:
                - apiVersion: dragonflydb.io/v1alpha1
                  kind: Dragonfly
                  name: cache
                  namespace: data
            """);
    }

    [Fact]
    public void What_comes_later_cannot_be_needed() =>
        Findings(Layer<Databases>("databases", typeof(Applications)), Layer<Applications>("applications"), In<Cache>("cache", typeof(Databases)), In<User>("user", typeof(Applications)))
            .Should().Contain(static finding => finding.Id == LayerOrderRule.Id && finding.Place!.Path == "LayerConstructTests.cs");

    [Fact]
    public void What_is_in_the_same_layer_is_said_to_have_no_order() =>
        Findings(Layer<Databases>("databases"), In<Cache>("cache", typeof(Databases)), In<User>("user", typeof(Databases))).Should().ContainSingle().Which.Id.Should().Be(SameLayerDependencyRule.Id);

    [Fact]
    public void A_database_of_a_layer_s_app_stands_beside_the_layer()
    {
        var files = Files(Layer<Databases>("databases"), Layer<Applications>("applications"), In<SharedPostgres>("postgres", typeof(Databases)),
            In<HasDatabase>("notes", typeof(Applications), SampleCluster.App<HasDatabase, Other>("notes", "other").Namespace), In<Stores>("stores", typeof(Databases)));

        files.Keys.Should().Contain(["gitops/applications/notes/externalsecret.yaml", "gitops/applications/notes-postgres/database.yaml", "gitops/applications/notes-postgres/databaserole.yaml"]);
        files["gitops/clusters/home/applications.yaml"].Should().Contain("""
              dependsOn:
                - name: databases
                  namespace: data
                - name: notes-postgres
                  namespace: other
            """).And.Contain("""
            metadata:
              name: notes-postgres
              namespace: other
            spec:
              dependsOn:
                - name: databases
                  namespace: data
            """).And.Contain("path: ./gitops/applications/notes-postgres\n").And.Contain("targetNamespace: data\n");
        files["gitops/applications/kustomization.yaml"].Should().NotContain("notes-postgres");
    }

    [Fact]
    public void A_database_of_an_app_in_the_layer_of_its_cluster_makes_no_circle() =>
        Findings(Layer<Databases>("databases"), In<SharedPostgres>("postgres", typeof(Databases)), In<Stores>("stores", typeof(Databases)),
            In<HasDatabase>("notes", typeof(Databases), SampleCluster.App<HasDatabase, Other>("notes", "other").Namespace)).Select(static finding => finding.Id).Should().NotContain(DependencyCycleRule.Id);

    private static IReadOnlyList<Finding> Findings(params AppRegistration[] apps) => TreeRenderer.Render(new LayeredCluster(apps), new RenderOptions(new NoFiles())).Result.Findings;

    private static Dictionary<string, string> Files(params AppRegistration[] apps)
    {
        var result = TreeRenderer.Render(new LayeredCluster(apps), new RenderOptions(new NoFiles())).Result;
        result.Findings.Where(static finding => finding.Severity == FindingSeverity.Error).Should().BeEmpty();
        return result.Plan!.Files.ToDictionary(static file => file.Path, static file => Encoding.UTF8.GetString(file.Content.Span));
    }

    private static AppRegistration Layer<TLayer>(string name, params Type[] dependsOn)
        where TLayer : FluxLayer, new() => SampleCluster.App<TLayer, Home>(name, "data", dependsOn: [.. dependsOn.Select(static type => new DependencyRegistration(type))]);

    private static AppRegistration In<TApp>(string name, Type layer, NamespaceRegistration? home = null)
        where TApp : FluxApp, new()
    {
        var app = SampleCluster.App<TApp, Home>(name, "data");
        return new AppRegistration
        {
            Type = app.Type,
            Create = app.Create,
            Name = app.Name,
            Namespace = home ?? app.Namespace,
            Directory = app.Directory,
            Folder = app.Folder,
            SubstituteFrom = [],
            File = app.File,
            Layer = layer,
        };
    }

    private sealed class LayeredCluster(params AppRegistration[] apps) : FluxCluster
    {
        public override string Name => "home";

        public override string TreePath => "gitops";

        public override IReadOnlyList<AppRegistration> Registrations => apps;

        public override string SourceFile => "Home.cs";

        public override TreeLayout Layout => new LayersLayout();

        public override RootKustomization? Root => new()
        {
            Name = "flux-system",
            Directory = "clusters/home/flux-system",
            Sync = new Models.FluxCD.GitRepository("flux-system") { Spec = new() { Interval = "1m", Url = "ssh://git@example.org/home", Ref = new() { Branch = "main" } } },
        };
    }

    private sealed class Home : FluxNamespace;

    private sealed class Other : FluxNamespace;

    private sealed class Databases : FluxLayer;

    private sealed class Applications : FluxLayer;

    private sealed class Cache : FluxApp
    {
        public Dragonfly Dragonfly => field ??= new();

        public override ManifestList Manifests => [new Watched(Dragonfly)];
    }

    private sealed class Watched(Dragonfly dragonfly) : Construct
    {
        protected internal override IReadOnlyList<HealthCheck> HealthChecks => [dragonfly];

        protected override ManifestList Compose() => [dragonfly];
    }

    private sealed class User : FluxApp
    {
        public override ManifestList Manifests => [new DragonflyDatabase(Ref<Cache>.To(static cache => cache.Dragonfly), 1), new ConfigMap()];
    }

    private sealed class Stores : FluxApp
    {
        public ClusterSecretStore Vault => field ??= new("vault") { Spec = new() { Provider = new() { Fake = new() { Data = [] } } } };

        public override ManifestList Manifests => [Vault];
    }

    private sealed class SharedPostgres : FluxApp
    {
        public PostgresCluster Postgres => field ??= new() { Storage = "5Gi" };

        public override ManifestList Manifests => [Postgres];
    }

    private sealed class HasDatabase : FluxApp
    {
        public override ManifestList Manifests =>
            [new PostgresDatabase(Ref<SharedPostgres>.To(static shared => shared.Postgres.Cluster), PostgresPassword.In(Ref<Stores>.To(static stores => stores.Vault), "notes"))];
    }
}
