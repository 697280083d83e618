using GitOps.Models.FluxCD;

namespace GitOps;

/// <summary>
/// How Flux reads the health of custom resources that do not say it in the way it knows by itself: <c>HealthCheckExprs =&gt; [HealthExpressions.ClusterIssuer]</c>, beside
/// <see cref="FluxApp.Wait"/> or <see cref="FluxApp.HealthChecks"/>. Flux stops waiting at the first failure, so nearly all leave what is not healthy yet to the timeout. Failed are a backup that ran
/// and failed, and an ACME account that cannot be registered: their operators try again as well, but rarely with more luck before the timeout, and Flux looks anew at its next interval.
/// </summary>
public static class HealthExpressions
{
    private const string Ready = "has(status.conditions) && status.conditions.exists(c, c.type == 'Ready' && c.status == 'True')";

    /// <summary>A Cluster of CloudNativePG is healthy when its condition Ready is true: all instances run.</summary>
    public static HealthCheckExpr Cluster => new() { ApiVersion = "postgresql.cnpg.io/v1", Kind = "Cluster", Current = Ready };

    /// <summary>A Database of CloudNativePG is healthy when PostgreSQL has it as it is written.</summary>
    public static HealthCheckExpr Database => new() { ApiVersion = "postgresql.cnpg.io/v1", Kind = "Database", Current = "has(status.applied) && status.applied" };

    /// <summary>A DatabaseRole of CloudNativePG is healthy when PostgreSQL has it as it is written.</summary>
    public static HealthCheckExpr DatabaseRole => new() { ApiVersion = "postgresql.cnpg.io/v1", Kind = "DatabaseRole", Current = "has(status.applied) && status.applied" };

    /// <summary>A ReplicationSource of VolSync is healthy unless its last backup failed: one whose time has not come yet is no fault.</summary>
    public static HealthCheckExpr ReplicationSource => new()
    {
        ApiVersion = "volsync.backube/v1alpha1",
        Kind = "ReplicationSource",
        Failed = "has(status.latestMoverStatus) && has(status.latestMoverStatus.result) && status.latestMoverStatus.result == 'Failed'",
        Current = "!has(status.latestMoverStatus) || !has(status.latestMoverStatus.result) || status.latestMoverStatus.result != 'Failed'",
    };

    /// <summary>A ReplicationDestination of VolSync is healthy when what triggers it has been done: the manual run that it names, or any.</summary>
    public static HealthCheckExpr ReplicationDestination => new()
    {
        ApiVersion = "volsync.backube/v1alpha1",
        Kind = "ReplicationDestination",
        Current = "has(spec.trigger) && has(spec.trigger.manual) ? has(status.lastManualSync) && status.lastManualSync == spec.trigger.manual : has(status.lastSyncTime)",
    };

    /// <summary>A Dragonfly is healthy when its operator calls its phase ready, which versions of it spell differently.</summary>
    public static HealthCheckExpr Dragonfly => new() { ApiVersion = "dragonflydb.io/v1alpha1", Kind = "Dragonfly", Current = "has(status.phase) && status.phase in ['Ready', 'ready', 'ready-old']" };

    /// <summary>An Issuer of cert-manager is healthy when it can issue; an ACME account that cannot be registered is a failure.</summary>
    public static HealthCheckExpr Issuer => IssuerOf("Issuer");

    /// <summary>A ClusterIssuer of cert-manager is healthy when it can issue; an ACME account that cannot be registered is a failure.</summary>
    public static HealthCheckExpr ClusterIssuer => IssuerOf("ClusterIssuer");

    /// <summary>A SecretStore is healthy when the External Secrets Operator could log in.</summary>
    public static HealthCheckExpr SecretStore => new() { ApiVersion = "external-secrets.io/v1", Kind = "SecretStore", Current = Ready };

    /// <summary>A ClusterSecretStore is healthy when the External Secrets Operator could log in.</summary>
    public static HealthCheckExpr ClusterSecretStore => new() { ApiVersion = "external-secrets.io/v1", Kind = "ClusterSecretStore", Current = Ready };

    private static HealthCheckExpr IssuerOf(string kind) => new()
    {
        ApiVersion = "cert-manager.io/v1",
        Kind = kind,
        Failed = "has(status.conditions) && status.conditions.exists(c, c.type == 'Ready' && c.status == 'False' && c.reason == 'ErrRegisterACMEAccount')",
        Current = Ready,
    };
}
