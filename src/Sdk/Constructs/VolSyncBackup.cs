using System.Runtime.CompilerServices;
using GitOps.Models.FluxCD;
using GitOps.Models.Kubernetes;
using GitOps.Models.VolSync;

namespace GitOps;

/// <summary>
/// A volume that VolSync backs up with restic, and that is filled from the last backup when it is made anew: a PersistentVolumeClaim, the ReplicationSource that backs it up and the
/// ReplicationDestination from which it is filled. With no backup yet it starts empty. A home says once what its volumes share, and what must be there first:
/// <code>
/// [DependsOn&lt;VolSyncOperator&gt;]
/// sealed class Backup([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : VolSyncBackup(null, file, line);
/// </code>
/// </summary>
public class VolSyncBackup : Construct
{
    private readonly string? name;

    /// <summary>A volume with backups.</summary>
    /// <param name="name">The claim's name; <see langword="null"/>: the app's.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public VolSyncBackup(string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line) => this.name = name;

    /// <summary>How much the volume holds: <c>5Gi</c>.</summary>
    public required Quantity Capacity { get; init; }

    /// <summary>
    /// The Secret that says where restic keeps the backups, an object of the app: <c>RESTIC_REPOSITORY</c>, <c>RESTIC_PASSWORD</c> and the keys of the store. Each volume needs a repository of its own.
    /// </summary>
    public required LocalObjectReference Repository { get; init; }

    /// <summary>Where the volume and its copies come from. Default: the cluster's default class.</summary>
    public string? StorageClass { get; init; }

    /// <summary>How snapshots are made. Default: the cluster's default class.</summary>
    public string? SnapshotClass { get; init; }

    /// <summary>Who may mount the volume. Default: one node, for reading and writing.</summary>
    public string AccessMode { get; init; } = "ReadWriteOnce";

    /// <summary>When backups are made: <c>20 */6 * * *</c>. Default: daily at three o'clock.</summary>
    public string Schedule { get; init; } = "0 3 * * *";

    /// <summary>How many backups are kept. Default: seven of as many days and four of as many weeks.</summary>
    public ReplicationSourceRetain Retain { get; init; } = new() { Daily = 7, Weekly = 4 };

    /// <summary>How often restic gives back the space of what it no longer keeps, in days. Default: 7, the operator's own.</summary>
    public int? PruneIntervalDays { get; init; }

    /// <summary>How much restic's cache holds. Default: 1Gi, the operator's own.</summary>
    public Quantity? CacheCapacity { get; init; }

    /// <summary>Where the cache comes from. Default: like the volume.</summary>
    public string? CacheStorageClass { get; init; }

    /// <summary>
    /// Who reads and writes the files: the user that the app runs as. Without it the mover needs privileges, for which the namespace must have the annotation <c>volsync.backube/privileged-movers</c>.
    /// </summary>
    public PodSecurityContext? SecurityContext { get; init; }

    /// <summary>The claim, for the app to mount: <c>new ClaimVolume(Backup.Claim)</c>.</summary>
    public PersistentVolumeClaim Claim => field ??= new(name, File, Line)
    {
        Spec = new()
        {
            AccessModes = [AccessMode],
            DataSourceRef = Destination,
            Resources = new() { Requests = new() { ["storage"] = Capacity } },
            StorageClassName = StorageClass,
        },
    };

    /// <summary>What backs the volume up.</summary>
    public ReplicationSource Source => field ??= new(name, File, Line)
    {
        Spec = new()
        {
            SourcePVC = Name,
            Trigger = new() { Schedule = Schedule },
            Restic = new() { Deferred = ResticSource },
        },
    };

    /// <summary>What fills the volume when it is made.</summary>
    public ReplicationDestination Destination => field ??= new($"{Name}-restore", File, Line)
    {
        // A restore runs once, for a new claim or by hand: Flux must not take back what a person triggers.
        Metadata = new() { Labels = new() { ["kustomize.toolkit.fluxcd.io/ssa"] = "IfNotPresent" } },
        Spec = new() { Trigger = new() { Manual = "restore-once" }, Restic = new() { Deferred = ResticDestination } },
    };

    /// <inheritdoc/>
    protected internal override IReadOnlyList<HealthCheckExpr> HealthCheckExprs => [HealthExpressions.ReplicationSource, HealthExpressions.ReplicationDestination];

    /// <inheritdoc/>
    protected override ManifestList Compose() => [Claim, Destination, Source];

    private string Name => name ?? App.Name;

    private ReplicationSourceRestic ResticSource(ReferenceContext context) => new()
    {
        Repository = RepositoryName(context),
        CopyMethod = "Snapshot",
        PruneIntervalDays = PruneIntervalDays,
        StorageClassName = StorageClass,
        VolumeSnapshotClassName = SnapshotClass,
        AccessModes = [AccessMode],
        CacheCapacity = CacheCapacity,
        CacheStorageClassName = CacheStorageClass,
        MoverSecurityContext = SecurityContext,
        Retain = Retain,
    };

    private ReplicationDestinationRestic ResticDestination(ReferenceContext context) => new()
    {
        Repository = RepositoryName(context),
        CopyMethod = "Snapshot",
        StorageClassName = StorageClass,
        VolumeSnapshotClassName = SnapshotClass,
        AccessModes = [AccessMode],
        Capacity = Capacity,
        CacheCapacity = CacheCapacity,
        CacheStorageClassName = CacheStorageClass,
        CleanupCachePVC = true,
        CleanupTempPVC = true,
        EnableFileDeletion = true,
        MoverSecurityContext = SecurityContext,
    };

    private string? RepositoryName(ReferenceContext context) => (Repository.Deferred?.Invoke(context) as LocalObjectReference ?? Repository).Name;
}
