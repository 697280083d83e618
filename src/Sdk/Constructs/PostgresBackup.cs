using GitOps.Models.CloudNativePG;
using GitOps.Models.Kubernetes;

namespace GitOps;

/// <summary>
/// Backups of a <see cref="PostgresCluster"/> by the Barman Cloud plugin: a base backup at set times, and every write-ahead log, so that any moment in between can be restored. The plugin must run in the
/// operator's namespace.
/// </summary>
public sealed class PostgresBackup
{
    /// <summary>The plugin that makes them.</summary>
    internal const string Plugin = "barman-cloud.cloudnative-pg.io";

    /// <summary>Where they go: <c>s3://bucket/path</c>.</summary>
    public required string Destination { get; init; }

    /// <summary>The address of the object store. Default: Amazon's.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The access key: <c>Keys.Key("access-key-id")</c>.</summary>
    public required SecretKeySelector AccessKey { get; init; }

    /// <summary>The secret key.</summary>
    public required SecretKeySelector SecretKey { get; init; }

    /// <summary>How long they are kept: <c>30d</c>, <c>4w</c> or <c>3m</c>. Default: 30 days.</summary>
    public string Retention { get; init; } = "30d";

    /// <summary>When base backups are made: six fields, of which the first are the seconds. Default: daily at three o'clock.</summary>
    public string Schedule { get; init; } = "0 0 3 * * *";

    /// <summary>
    /// The folder below the destination. A cluster that is made anew from a backup needs another than the one that it reads, or the plugin refuses to write. Default: the cluster's name.
    /// </summary>
    public string? ServerName { get; init; }

    /// <summary>How write-ahead logs are compressed: <c>zstd</c>, <c>lz4</c>, <c>gzip</c>, … Default: not at all.</summary>
    public WalCompression? WalCompression { get; init; }

    /// <summary>How base backups are compressed: <c>gzip</c>, <c>bzip2</c> or <c>snappy</c>. Default: not at all.</summary>
    public DataCompression? DataCompression { get; init; }

    /// <summary>How many write-ahead logs are sent at a time. Default: 1.</summary>
    public int? WalParallel { get; init; }
}
