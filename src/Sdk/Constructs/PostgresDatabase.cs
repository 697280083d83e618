using System.Runtime.CompilerServices;
using GitOps.Models.CloudNativePG;
using GitOps.Models.ExternalSecrets;
using GitOps.Models.FluxCD;

namespace GitOps;

/// <summary>
/// A database for one app, and the role that owns it, on a PostgreSQL cluster of CloudNativePG that several apps share:
/// <code>
/// private PostgresDatabase Database =&gt; field ??= new(
///     Ref&lt;CnpgCluster&gt;.To(cnpg =&gt; cnpg.Postgres),
///     PostgresPassword.In(Ref&lt;SecretStores&gt;.To(stores =&gt; stores.Vault), "/database/mealie"));
/// </code>
/// Role and database must lie in the cluster's namespace (the operator looks for their cluster there alone), and the app's target namespace would move them out of it. So, where the two differ, they are a
/// Kustomization of their own beside the app's: it waits for the cluster, and the app for it until PostgreSQL has both. It takes the operator of version 1.30 or newer, which knows the kind DatabaseRole.
/// </summary>
public class PostgresDatabase : Construct
{
    private readonly ObjectRef<Cluster> cluster;
    private readonly PostgresPassword password;
    private readonly string? name;

    /// <summary>A database.</summary>
    /// <param name="cluster">The cluster, of this app or another.</param>
    /// <param name="password">Where the password of its owner comes from.</param>
    /// <param name="name">The name of the database and of its owner; <see langword="null"/>: the app's.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PostgresDatabase(ObjectRef<Cluster> cluster, PostgresPassword password, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        ArgumentNullException.ThrowIfNull(password);
        this.cluster = cluster;
        this.password = password;
        this.name = name;
    }

    /// <summary>Extensions of PostgreSQL that are made in it, by name: <c>["vector"]</c>. The image of the cluster must have them.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>Whether database and role are dropped when the app is deleted. Default: no, the data stays.</summary>
    public bool DeletedWithApp { get; init; }

    /// <summary>The Secret from which the app logs in; it has the entries of <see cref="Login"/>.</summary>
    public ExternalSecret Secret => field ??= password.Secret($"{ObjectName}-postgres", DatabaseName, new()
    {
        // CloudNativePG reads name and password of a role from a Secret of this type, and again when it changes if it has the label.
        Type = "kubernetes.io/basic-auth",
        Metadata = new() { Labels = new() { ["cnpg.io/reload"] = "true" } },
        Data = new()
        {
            ["host"] = Host,
            ["port"] = "5432",
            ["dbname"] = DatabaseName,
            ["username"] = DatabaseName,
            ["password"] = "{{ .password }}",
            ["uri"] = $"postgresql://{DatabaseName}:{{{{ .password | urlquery }}}}@{Host}:5432/{DatabaseName}",
        },
    }, File, Line);

    /// <summary>How the app reaches it.</summary>
    public PostgresLogin Login => field ??= new((ObjectRef<ExternalSecret>)Secret);

    /// <summary>The host name of the instance that takes writes.</summary>
    public string Host => $"{cluster.Name}-rw.{cluster.Namespace}.svc.cluster.local";

    /// <inheritdoc/>
    protected internal override IReadOnlyList<Dependency> Needs => [Dependency.On(cluster)];

    /// <inheritdoc/>
    protected internal override IReadOnlyList<HealthCheck> HealthChecks => IsBeside ? [] : Health;

    /// <inheritdoc/>
    protected internal override IReadOnlyList<HealthCheckExpr> HealthCheckExprs => IsBeside ? [] : Expressions;

    /// <inheritdoc/>
    protected internal override IReadOnlyList<CompanionKustomization> Companions => !IsBeside ? [] :
    [
        new()
        {
            Suffix = name is null || name == App.Name ? "postgres" : $"postgres-{ObjectName}",
            TargetNamespace = cluster.Namespace,
            DependsOn = [Dependency.On(cluster)],
            Manifests = [RoleSecret, Role, Database],
            HealthChecks = Health,
            HealthCheckExprs = Expressions,
        },
    ];

    /// <inheritdoc/>
    protected override ManifestList Compose() => IsBeside ? [Secret] : [Secret, Role, Database];

    private static IReadOnlyList<HealthCheckExpr> Expressions => [HealthExpressions.DatabaseRole, HealthExpressions.Database];

    private IReadOnlyList<HealthCheck> Health => [Role, Database];

    private DatabaseRoleReclaimPolicy? ReclaimPolicy => DeletedWithApp ? new("delete") : null;

    private string DatabaseName => name ?? App.Name;

    // PostgreSQL takes an underscore in a name, Kubernetes does not.
    private string ObjectName => DatabaseName.Replace('_', '-');

    private bool IsBeside => cluster.App is { } owner && owner.EffectiveNamespace != App.EffectiveNamespace;

    // In the cluster's namespace all that is asked of it is the role's name and password.
    private ExternalSecret RoleSecret => field ??= password.Secret($"{ObjectName}-postgres", DatabaseName, new()
    {
        Type = "kubernetes.io/basic-auth",
        Metadata = new() { Labels = new() { ["cnpg.io/reload"] = "true" } },
        Data = new() { ["username"] = DatabaseName, ["password"] = "{{ .password }}" },
    }, File, Line);

    private DatabaseRole Role => field ??= new(ObjectName, File, Line)
    {
        Spec = new()
        {
            Cluster = cluster,
            Name = DatabaseName,
            Login = true,
            PasswordSecret = IsBeside ? RoleSecret : Secret,
            DatabaseRoleReclaimPolicy = ReclaimPolicy,
        },
    };

    private Database Database => field ??= new(ObjectName, File, Line)
    {
        Spec = new()
        {
            Cluster = cluster,
            Name = DatabaseName,
            Owner = DatabaseName,
            Extensions = Extensions.Count == 0 ? null : [.. Extensions.Select(static extension => new DatabaseExtension { Name = extension })],
            DatabaseReclaimPolicy = ReclaimPolicy,
        },
    };
}
