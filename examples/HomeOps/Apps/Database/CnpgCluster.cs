namespace HomeOps;

/// <summary>The PostgreSQL that all apps share, with a base backup a day and every write-ahead log in object storage.</summary>
[App<Ns.Database>(Directory = "cnpg", Folder = "cluster")]
[DependsOn<CnpgOperator>, DependsOn<CnpgBarmanCloud>, DependsOn<SecretStores>, DependsOn<Openebs>]
public sealed class CnpgCluster : FluxApp
{
    private const string BarmanPlugin = "barman-cloud.cloudnative-pg.io";

    private ExternalSecret Superuser => field ??= Akeyless.Secret("postgres-superuser", "/database/superuser", new()
    {
        ["username"] = "postgres",
        ["password"] = "{{ .superuser_password }}",
    });

    private ExternalSecret BackupKeys => field ??= Akeyless.Secret("postgres-backup", "/storage/postgres", new()
    {
        ["access-key-id"] = "{{ .ACCESS_KEY_ID }}",
        ["secret-access-key"] = "{{ .SECRET_ACCESS_KEY }}",
    });

    private ObjectStore Backups => field ??= new("postgres-backups")
    {
        Spec = new()
        {
            RetentionPolicy = "30d",
            Configuration = new()
            {
                DestinationPath = "s3://home-postgres/",
                EndpointURL = $"https://s3.{ClusterSecrets.SecretDomain}",
                S3Credentials = new() { AccessKeyId = BackupKeys.Key("access-key-id"), SecretAccessKey = BackupKeys.Key("secret-access-key") },
                Wal = new() { Compression = "zstd", MaxParallel = 4 },
                Data = new() { Compression = "bzip2" },
            },
        },
    };

    public Cluster Postgres => field ??= new("postgres")
    {
        Spec = new()
        {
            Instances = 3,
            ImageName = "ghcr.io/cloudnative-pg/postgresql:18.4-standard-trixie",
            Comments = new() { ["imageName"] = "renovate: datasource=docker depName=ghcr.io/cloudnative-pg/postgresql" },
            Storage = new() { Size = "40Gi", StorageClass = "openebs-hostpath" },
            EnableSuperuserAccess = true,
            SuperuserSecret = Superuser,
            Postgresql = new()
            {
                Parameters = new() { ["max_connections"] = "200", ["shared_buffers"] = "512MB", ["max_slot_wal_keep_size"] = "10GB" },
            },
            Resources = new() { Requests = new() { ["cpu"] = "200m", ["memory"] = "1Gi" }, Limits = new() { ["memory"] = "4Gi" } },
            Plugins =
            [
                new() { Name = BarmanPlugin, IsWALArchiver = true, Parameters = new() { ["barmanObjectName"] = "postgres-backups", ["serverName"] = "postgres-v1" } },
            ],
            Affinity = new() { TopologyKey = "kubernetes.io/hostname", PodAntiAffinityType = "required" },
        },
    };

    public override IReadOnlyList<HealthCheck> HealthChecks => [Postgres];

    public override IReadOnlyList<HealthCheckExpr> HealthCheckExprs =>
    [
        new()
        {
            ApiVersion = "postgresql.cnpg.io/v1",
            Kind = "Cluster",
            Current = "has(status.conditions) && status.conditions.exists(c, c.type == 'Ready' && c.status == 'True')",
        },
    ];

    public override ManifestList Manifests =>
    [
        Superuser,
        BackupKeys,
        Backups,
        Postgres,
        new ScheduledBackup("postgres")
        {
            Spec = new()
            {
                Schedule = "0 30 3 * * *",
                Immediate = true,
                BackupOwnerReference = "self",
                Cluster = Postgres,
                Method = "plugin",
                PluginConfiguration = new() { Name = BarmanPlugin },
            },
        },
    ];
}
