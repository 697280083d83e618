namespace HomeOps;

/// <summary>The PostgreSQL that all apps share, with a base backup a day and every write-ahead log in object storage.</summary>
[App<Ns.Database>(Directory = "cnpg", Folder = "cluster")]
[DependsOn<CnpgOperator>, DependsOn<CnpgBarmanCloud>, DependsOn<SecretStores>, DependsOn<Openebs>]
public sealed class CnpgCluster : FluxApp
{
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

    public PostgresCluster Postgres => field ??= new("postgres")
    {
        Instances = 3,
        Image = "ghcr.io/cloudnative-pg/postgresql:18.4-standard-trixie",
        Storage = "40Gi",
        StorageClass = "openebs-hostpath",
        Superuser = Superuser,
        Parameters = new() { ["max_connections"] = "200", ["shared_buffers"] = "512MB", ["max_slot_wal_keep_size"] = "10GB" },
        Resources = new() { Requests = new() { ["cpu"] = "200m", ["memory"] = "1Gi" }, Limits = new() { ["memory"] = "4Gi" } },
        Affinity = new() { TopologyKey = "kubernetes.io/hostname", PodAntiAffinityType = "required" },
        Backup = new()
        {
            Destination = "s3://home-postgres/",
            Endpoint = $"https://s3.{ClusterSecrets.SecretDomain}",
            AccessKey = BackupKeys.Key("access-key-id"),
            SecretKey = BackupKeys.Key("secret-access-key"),
            Schedule = "0 30 3 * * *",
            ServerName = "postgres-v1",
            WalCompression = "zstd",
            WalParallel = 4,
            DataCompression = "bzip2",
        },
    };

    public override ManifestList Manifests => [Superuser, BackupKeys, Postgres];
}
