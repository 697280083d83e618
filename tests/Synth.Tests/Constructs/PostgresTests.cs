using GitOps.Models.CloudNativePG;
using GitOps.Models.ExternalSecrets;
using GitOps.Models.FluxCD;
using GitOps.Models.Kubernetes;
using static GitOps.Tests.ConstructClusters;

namespace GitOps.Tests;

/// <summary>Databases: a cluster of one's own, and a database on a cluster of another app, in another namespace or the same.</summary>
public sealed class PostgresTests
{
    private static SortedDictionary<string, string> Tree() => Files(App<User>("mealie"), Shared<SharedCluster>("cnpg"), Shared<Stores>("stores"));

    [Fact]
    public void A_cluster_has_its_health_and_its_backups()
    {
        var files = Tree();

        files["kubernetes/apps/database/cnpg/app/cluster.yaml"].Should().EndWith("""
            kind: Cluster
            metadata:
              name: postgres
            spec:
              enableSuperuserAccess: true
              # renovate: datasource=docker depName=ghcr.io/cloudnative-pg/postgresql
              imageName: ghcr.io/cloudnative-pg/postgresql:18.4-standard-trixie
              instances: 3
              plugins:
                - isWALArchiver: true
                  name: barman-cloud.cloudnative-pg.io
                  parameters:
                    barmanObjectName: postgres-backups
                    serverName: v1
              postgresql:
                parameters:
                  max_connections: "200"
              storage:
                size: 40Gi
                storageClass: fast
              superuserSecret:
                name: superuser

            """);
        files["kubernetes/apps/database/cnpg/app/objectstore.yaml"].Should().EndWith("""
            kind: ObjectStore
            metadata:
              name: postgres-backups
            spec:
              configuration:
                data:
                  compression: bzip2
                destinationPath: s3://backups/
                endpointURL: https://s3.example.org
                s3Credentials:
                  accessKeyId:
                    key: id
                    name: keys
                  secretAccessKey:
                    key: secret
                    name: keys
                wal:
                  compression: zstd
                  maxParallel: 4
              retentionPolicy: 30d

            """);
        files["kubernetes/apps/database/cnpg/app/scheduledbackup.yaml"].Should().EndWith("""
            kind: ScheduledBackup
            metadata:
              name: postgres
            spec:
              backupOwnerReference: self
              cluster:
                name: postgres
              immediate: true
              method: plugin
              pluginConfiguration:
                name: barman-cloud.cloudnative-pg.io
              schedule: 0 0 3 * * *

            """);
        files["kubernetes/apps/database/cnpg/ks.yaml"].Should().Contain("""
              healthCheckExprs:
                - apiVersion: postgresql.cnpg.io/v1
                  current: has(status.conditions) && status.conditions.exists(c, c.type == 'Ready' && c.status == 'True')
                  kind: Cluster
              healthChecks:
                - apiVersion: postgresql.cnpg.io/v1
                  kind: Cluster
                  name: postgres
                  namespace: database
            """);
    }

    [Fact]
    public void A_database_on_a_cluster_of_another_namespace_is_a_Kustomization_of_its_own()
    {
        var files = Tree();

        files["kubernetes/apps/media/mealie/ks.yaml"].Should().EndWith("""
            metadata:
              name: mealie
            spec:
              dependsOn:
                - name: cnpg
                  namespace: database
                - name: stores
                  namespace: database
                - name: mealie-postgres
                  namespace: media
              interval: 1h
              path: ./kubernetes/apps/media/mealie/app
              prune: true
              sourceRef:
                kind: GitRepository
                name: flux-system
                namespace: flux-system
              targetNamespace: media
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata:
              name: mealie-postgres
            spec:
              dependsOn:
                - name: cnpg
                  namespace: database
                - name: stores
                  namespace: database
              healthCheckExprs:
                - apiVersion: postgresql.cnpg.io/v1
                  current: has(status.applied) && status.applied
                  kind: DatabaseRole
                - apiVersion: postgresql.cnpg.io/v1
                  current: has(status.applied) && status.applied
                  kind: Database
              healthChecks:
                - apiVersion: postgresql.cnpg.io/v1
                  kind: DatabaseRole
                  name: mealie
                  namespace: database
                - apiVersion: postgresql.cnpg.io/v1
                  kind: Database
                  name: mealie
                  namespace: database
              interval: 1h
              path: ./kubernetes/apps/media/mealie/postgres
              prune: true
              sourceRef:
                kind: GitRepository
                name: flux-system
                namespace: flux-system
              targetNamespace: database

            """);
        files["kubernetes/apps/media/mealie/app/externalsecret.yaml"].Should().EndWith("""
            kind: ExternalSecret
            metadata:
              name: mealie-postgres
            spec:
              data:
                - remoteRef:
                    key: /database/mealie
                    property: password
                  secretKey: password
              secretStoreRef:
                kind: ClusterSecretStore
                name: vault
              target:
                name: mealie-postgres
                template:
                  data:
                    dbname: mealie
                    host: postgres-rw.database.svc.cluster.local
                    password: "{{ .password }}"
                    port: "5432"
                    uri: postgresql://mealie:{{ .password | urlquery }}@postgres-rw.database.svc.cluster.local:5432/mealie
                    username: mealie
                  metadata:
                    labels:
                      cnpg.io/reload: "true"
                  type: kubernetes.io/basic-auth

            """);
        files["kubernetes/apps/media/mealie/app/helmrelease.yaml"].Should().Contain("""
                          URL:
                            valueFrom:
                              secretKeyRef:
                                key: uri
                                name: mealie-postgres
            """);
        files["kubernetes/apps/media/mealie/app/kustomization.yaml"].Should().NotContain("database");
    }

    [Fact]
    public void The_raw_models_in_two_classes_write_the_same_tree() => Bytes(Files(
            SampleCluster.App<RawDatabase, Streams>("mealie-postgres", "media", "mealie", "postgres", new(typeof(SharedCluster)), new(typeof(Stores))),
            App<RawUser>("mealie", new(typeof(SharedCluster)), new(typeof(Stores)), new(typeof(RawDatabase))), Shared<SharedCluster>("cnpg"), Shared<Stores>("stores")), "mealie")
        .Where(static file => !file.Key.EndsWith("ks.yaml", StringComparison.Ordinal)).Should().Equal(Bytes(Tree(), "mealie").Where(static file => !file.Key.EndsWith("ks.yaml", StringComparison.Ordinal)));

    [Fact]
    public void The_raw_models_write_the_same_Kustomizations()
    {
        var raw = Files(SampleCluster.App<RawDatabase, Streams>("mealie-postgres", "media", "mealie", "postgres", new(typeof(SharedCluster)), new(typeof(Stores))),
            App<RawUser>("mealie", new(typeof(SharedCluster)), new(typeof(Stores)), new(typeof(RawDatabase))), Shared<SharedCluster>("cnpg"), Shared<Stores>("stores"));

        Documents(raw).Should().BeEquivalentTo(Documents(Tree()));

        static string[] Documents(SortedDictionary<string, string> files) =>
            files["kubernetes/apps/media/mealie/ks.yaml"].Split("---\n").Skip(1).ToArray();
    }

    [Fact]
    public void A_database_in_the_namespace_of_its_cluster_is_the_app_s_own()
    {
        var files = Files(Shared<Neighbour>("neighbour"), Shared<SharedCluster>("cnpg"), Shared<Stores>("stores"));

        files.Keys.Where(static path => path.Contains("/neighbour/", StringComparison.Ordinal)).Select(static path => path["kubernetes/apps/database/neighbour/".Length..])
            .Should().Equal("app/database.yaml", "app/databaserole.yaml", "app/externalsecret.yaml", "app/kustomization.yaml", "ks.yaml");
        files["kubernetes/apps/database/neighbour/app/databaserole.yaml"].Should().EndWith("""
            kind: DatabaseRole
            metadata:
              name: my-data
            spec:
              cluster:
                name: postgres
              databaseRoleReclaimPolicy: delete
              login: true
              name: my_data
              passwordSecret:
                name: my-data-postgres

            """);
        files["kubernetes/apps/database/neighbour/app/externalsecret.yaml"].Should().Contain("refreshInterval: 12h").And.Contain("property: word").And.Contain("dbname: my_data");
        files["kubernetes/apps/database/neighbour/ks.yaml"].Should().Contain("""
              healthChecks:
                - apiVersion: postgresql.cnpg.io/v1
                  kind: DatabaseRole
                  name: my-data
                  namespace: database
                - apiVersion: postgresql.cnpg.io/v1
                  kind: Database
                  name: my-data
                  namespace: database
            """);
    }

    [Fact]
    public void An_app_alone_on_its_cluster_logs_in_by_the_Secret_of_the_operator()
    {
        var files = Files(App<Alone>("alone"));

        files["kubernetes/apps/media/alone/app/helmrelease.yaml"].Should().Contain("""
                                key: uri
                                name: alone-app
            """);
        files["kubernetes/apps/media/alone/app/cluster.yaml"].Should().Contain("""
              bootstrap:
                initdb:
                  database: data
                  owner: data
              instances: 1
              storage:
                size: 5Gi
            """);
        files["kubernetes/apps/media/alone/ks.yaml"].Should().NotContain("dependsOn");
    }

    [Fact]
    public void Two_apps_with_one_database_are_two_Kustomizations_that_build_it() =>
        Findings(App<User>("mealie"), App<SameDatabase>("other"), Shared<SharedCluster>("cnpg"), Shared<Stores>("stores")).Select(static finding => finding.Id).Should().Contain(ObjectOwnedTwiceRule.Id);

    [Fact]
    public void A_database_whose_cluster_waits_for_the_app_is_a_circle() =>
        Findings(App<User>("mealie"), Shared<SharedCluster>("cnpg", new DependencyRegistration(typeof(User))), Shared<Stores>("stores"))
            .Should().Contain(static finding => finding.Id == DependencyCycleRule.Id);

    [SharedFact]
    public void Flux_builds_the_database_into_the_namespace_of_the_cluster()
    {
        using var folder = new WrittenTree(Tree());

        var built = folder.Build();

        built.Should().Contain(
            ["postgresql.cnpg.io|Database|database|mealie", "postgresql.cnpg.io|DatabaseRole|database|mealie", "external-secrets.io|ExternalSecret|media|mealie-postgres", "external-secrets.io|ExternalSecret|database|mealie-postgres"]);
    }

    public sealed class Stores : FluxApp
    {
        public ClusterSecretStore Vault => field ??= new("vault") { Spec = new() { Provider = new() { Fake = new() { Data = [] } } } };

        public override ManifestList Manifests => [Vault];
    }

    public sealed class SharedCluster : FluxApp
    {
        private ExternalSecret Keys => field ??= new("keys");

        private ExternalSecret Superuser => field ??= new("superuser");

        public PostgresCluster Postgres => field ??= new("postgres")
        {
            Storage = "40Gi",
            StorageClass = "fast",
            Instances = 3,
            Image = "ghcr.io/cloudnative-pg/postgresql:18.4-standard-trixie",
            Superuser = Superuser,
            Parameters = new() { ["max_connections"] = "200" },
            Backup = new() { Destination = "s3://backups/", Endpoint = "https://s3.example.org", AccessKey = Keys.Key("id"), SecretKey = Keys.Key("secret"), ServerName = "v1", WalCompression = "zstd", WalParallel = 4, DataCompression = "bzip2" },
        };

        public override ManifestList Manifests => [Keys, Superuser, Postgres];
    }

    private sealed class User : FluxApp
    {
        private PostgresDatabase Database => field ??= new(
            Ref<SharedCluster>.To(static app => app.Postgres.Cluster), PostgresPassword.In(Ref<Stores>.To(static stores => stores.Vault), static name => $"/database/{name}"))
        {
            Extensions = ["vector"],
        };

        public override ManifestList Manifests => [Database, new ConfigMap(), new AppTemplate("5.1.0") { Container = new() { Image = new("a", "1"), Env = new() { ["URL"] = Database.Login.Uri } } }];
    }

    private sealed class Neighbour : FluxApp
    {
        public override ManifestList Manifests =>
            [new PostgresDatabase(Ref<SharedCluster>.To(static app => app.Postgres.Cluster), PostgresPassword.In(Ref<Stores>.To(static stores => stores.Vault), "neighbour", "word", "12h"), "my_data") { DeletedWithApp = true }];
    }

    private sealed class Alone : FluxApp
    {
        private PostgresCluster Postgres => field ??= new() { Storage = "5Gi", Database = "data" };

        public override ManifestList Manifests => [Postgres, new AppTemplate("5.1.0", "web") { Container = new() { Image = new("a", "1"), Env = new() { ["URL"] = Postgres.Login.Uri } } }];
    }

    private sealed class SameDatabase : FluxApp
    {
        public override ManifestList Manifests =>
            [new PostgresDatabase(Ref<SharedCluster>.To(static app => app.Postgres.Cluster), PostgresPassword.In(Ref<Stores>.To(static stores => stores.Vault), "x"), "mealie")];
    }

    private static ExternalSecret RawSecret(Map<string> data) => new("mealie-postgres")
    {
        Spec = new()
        {
            SecretStoreRef = Ref<Stores>.To(static stores => stores.Vault),
            Target = new() { Name = "mealie-postgres", Template = new() { Type = "kubernetes.io/basic-auth", Metadata = new() { Labels = new() { ["cnpg.io/reload"] = "true" } }, Data = data } },
            Data = [new() { SecretKey = "password", RemoteRef = new() { Key = "/database/mealie", Property = "password" } }],
        },
    };

    private sealed class RawUser : FluxApp
    {
        private ExternalSecret Login => field ??= RawSecret(new()
        {
            ["host"] = "postgres-rw.database.svc.cluster.local",
            ["port"] = "5432",
            ["dbname"] = "mealie",
            ["username"] = "mealie",
            ["password"] = "{{ .password }}",
            ["uri"] = "postgresql://mealie:{{ .password | urlquery }}@postgres-rw.database.svc.cluster.local:5432/mealie",
        });

        public override ManifestList Manifests => [Login, new ConfigMap(), new AppTemplate("5.1.0") { Container = new() { Image = new("a", "1"), Env = new() { ["URL"] = Login.Key("uri") } } }];
    }

    private sealed class RawDatabase : FluxApp
    {
        private ExternalSecret Login => field ??= RawSecret(new() { ["username"] = "mealie", ["password"] = "{{ .password }}" });

        private DatabaseRole Role => field ??= new("mealie") { Spec = new() { Cluster = Ref<SharedCluster>.To(static app => app.Postgres.Cluster), Name = "mealie", Login = true, PasswordSecret = Login } };

        private Database Database => field ??= new("mealie")
        {
            Spec = new() { Cluster = Ref<SharedCluster>.To(static app => app.Postgres.Cluster), Name = "mealie", Owner = "mealie", Extensions = [new() { Name = "vector" }] },
        };

        public override string TargetNamespace => "database";

        public override IReadOnlyList<HealthCheck> HealthChecks => [Role, Database];

        public override IReadOnlyList<HealthCheckExpr> HealthCheckExprs => [HealthExpressions.DatabaseRole, HealthExpressions.Database];

        public override ManifestList Manifests => [Login, Role, Database];
    }
}
