using System.Runtime.CompilerServices;
using GitOps.Models.CloudNativePG;
using GitOps.Models.FluxCD;
using GitOps.Models.Kubernetes;

namespace GitOps;

/// <summary>
/// A PostgreSQL cluster of CloudNativePG, with backups if wanted. An app that is alone on it logs in by <see cref="Login"/>, whose Secret the operator makes; apps that share it take a
/// <see cref="PostgresDatabase"/> each. The app that lists it is ready when all instances are.
/// <code>
/// private PostgresCluster Postgres =&gt; field ??= new() { Storage = "5Gi" };
/// </code>
/// </summary>
public class PostgresCluster : Construct
{
    private readonly string? name;

    /// <summary>A cluster.</summary>
    /// <param name="name">Its name; <see langword="null"/>: the app's.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PostgresCluster(string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line) => this.name = name;

    /// <summary>How much each instance holds: <c>40Gi</c>.</summary>
    public required Quantity Storage { get; init; }

    /// <summary>Where the volumes come from. Default: the cluster's default class.</summary>
    public string? StorageClass { get; init; }

    /// <summary>How many instances there are: one takes writes, the others follow it. Default: 1.</summary>
    public int Instances { get; init; } = 1;

    /// <summary>The image, name and tag: <c>ghcr.io/cloudnative-pg/postgresql:18.4-standard-trixie</c>. Renovate finds it by the comment above it in the tree. Default: the operator's own.</summary>
    public string? Image { get; init; }

    /// <summary>The database that is made with it. Default: <c>app</c>, the operator's own.</summary>
    public string? Database { get; init; }

    /// <summary>The database's owner. Default: like the database.</summary>
    public string? Owner { get; init; }

    /// <summary>The Secret with the password of the user <c>postgres</c>, who may then log in. Default: that user may not.</summary>
    public LocalObjectReference? Superuser { get; init; }

    /// <summary>Settings of PostgreSQL.</summary>
    public Map<string>? Parameters { get; init; }

    /// <summary>What each instance asks for and may use.</summary>
    public ResourceRequirements? Resources { get; init; }

    /// <summary>Where instances run. Default: on different nodes where possible, the operator's own.</summary>
    public ClusterAffinity? Affinity { get; init; }

    /// <summary>Backups. Default: none.</summary>
    public PostgresBackup? Backup { get; init; }

    /// <summary>The cluster: <c>Ref&lt;Database&gt;.To(database =&gt; database.Postgres.Cluster)</c>.</summary>
    public Cluster Cluster => field ??= new(name, File, Line)
    {
        Spec = new()
        {
            Instances = Instances,
            ImageName = Image,
            Comments = Image is null ? null : new() { ["imageName"] = $"renovate: datasource=docker depName={Repository(Image)}" },
            Bootstrap = Database is null && Owner is null ? null : new() { Initdb = new() { Database = Database ?? Owner, Owner = Owner ?? Database } },
            Storage = new() { Size = Storage.Text, StorageClass = StorageClass },
            EnableSuperuserAccess = Superuser is null ? null : true,
            SuperuserSecret = Superuser is null ? null : SuperuserSecret(Superuser),
            Postgresql = Parameters is null ? null : new() { Parameters = Parameters },
            Resources = Resources,
            Plugins = Backup is null ? null : [new() { Name = PostgresBackup.Plugin, IsWALArchiver = true, Parameters = PluginParameters(Backup) }],
            Affinity = Affinity,
        },
    };

    /// <summary>The Secret that the operator makes for the database's owner, in the cluster's namespace.</summary>
    public Secret Secret => field ??= Provided(new Secret($"{Name}-app", File, Line));

    /// <summary>How an app in the cluster's namespace reaches the database.</summary>
    public PostgresLogin Login => field ??= new((ObjectRef<Secret>)Secret);

    /// <inheritdoc/>
    protected internal override IReadOnlyList<HealthCheck> HealthChecks => [Cluster];

    /// <inheritdoc/>
    protected internal override IReadOnlyList<HealthCheckExpr> HealthCheckExprs => [HealthExpressions.Cluster];

    /// <inheritdoc/>
    protected override ManifestList Compose() => Backup is null ? [Cluster] : [Store(Backup), Cluster, Scheduled(Backup)];

    // The tag begins at the last colon, unless that stands before a port's number.
    private static string Repository(string image)
    {
        var named = image.Split('@')[0];
        return named.LastIndexOf(':') is var colon && colon > named.LastIndexOf('/') ? named[..colon] : named;
    }

    private string Name => name ?? App.Name;

    private string StoreName => $"{Name}-backups";

    private static BackupCluster SuperuserSecret(LocalObjectReference secret) =>
        new() { Name = "", Deferred = context => new BackupCluster { Name = (secret.Deferred?.Invoke(context) as LocalObjectReference ?? secret).Name ?? "" } };

    private Map<string> PluginParameters(PostgresBackup backup)
    {
        var parameters = new Map<string> { ["barmanObjectName"] = StoreName };
        if (backup.ServerName is { } server)
            parameters["serverName"] = server;
        return parameters;
    }

    private ObjectStore Store(PostgresBackup backup) => new(StoreName, File, Line)
    {
        Spec = new()
        {
            RetentionPolicy = backup.Retention,
            Configuration = new()
            {
                DestinationPath = backup.Destination,
                EndpointURL = backup.Endpoint,
                S3Credentials = new() { AccessKeyId = backup.AccessKey, SecretAccessKey = backup.SecretKey },
                Wal = backup.WalCompression is null && backup.WalParallel is null ? null : new() { Compression = backup.WalCompression, MaxParallel = backup.WalParallel },
                Data = backup.DataCompression is null ? null : new() { Compression = backup.DataCompression },
            },
        },
    };

    private ScheduledBackup Scheduled(PostgresBackup backup) => new(name, File, Line)
    {
        Spec = new()
        {
            Schedule = backup.Schedule,
            // A cluster without any base backup cannot be restored until the first night is over.
            Immediate = true,
            BackupOwnerReference = "self",
            Cluster = Cluster,
            Method = "plugin",
            PluginConfiguration = new() { Name = PostgresBackup.Plugin },
        },
    };
}
