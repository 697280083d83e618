namespace Phoebe;

[App<Ns.Database>, Provides("postgresql.cnpg.io")]
[DependsOn<CertManager>]
public sealed class CloudnativePg : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/cloudnative-pg/charts/cloudnative-pg", "0.26.0");

    public override bool? Wait => true;

    public override ManifestList Manifests => [Chart, Charts.Release(Chart)];
}

/// <summary>The PostgreSQL that all apps share. The component "postgres" makes each its database, and waits for this.</summary>
[App<Ns.Database>(Name = "postgres")]
[DependsOn<CloudnativePg>]
public sealed class PostgresServer : FluxApp
{
    // In the file beside it; SOPS keeps the names readable.
    private Secret Vault => field ??= Provided(new Secret("postgres-vault"));

    public Cluster Server => field ??= new()
    {
        Spec = new()
        {
            Instances = 3,
            ImageName = "ghcr.io/cloudnative-pg/postgresql:17.6",
            Comments = new() { ["imageName"] = "renovate: datasource=docker depName=ghcr.io/cloudnative-pg/postgresql" },
            Storage = new() { Size = "40Gi" },
            // Whoever has the login that all apps share shall not read the passwords.
            Managed = new() { Roles = [new() { Name = "vault", Login = true, PasswordSecret = Vault }] },
            Resources = new() { Limits = new() { ["memory"] = "2Gi" } },
        },
    };

    public override IReadOnlyList<HealthCheck> HealthChecks => [Server];

    public override IReadOnlyList<HealthCheckExpr> HealthCheckExprs => [HealthExpressions.Cluster];

    public override ManifestList Manifests => [Server, Files.InTree("vault.sops.yaml")];
}

/// <summary>Lets apps of other namespaces have a copy of the login that CloudNativePG makes.</summary>
[App<Ns.Database>]
[DependsOn<ExternalSecrets>]
public sealed class DatabaseStore : FluxApp
{
    private const string Reader = "secret-reader";

    public override bool? Wait => true;

    public override ManifestList Manifests =>
    [
        new ClusterSecretStore("database")
        {
            Spec = new()
            {
                Provider = new()
                {
                    Kubernetes = new()
                    {
                        RemoteNamespace = Namespace,
                        Server = new() { CaProvider = new() { Type = "ConfigMap", Name = "kube-root-ca.crt", Key = "ca.crt", Namespace = Namespace } },
                        Auth = new() { ServiceAccount = new() { Name = Reader, Namespace = Namespace } },
                    },
                },
            },
        },
        new ServiceAccount(Reader),
        new Role(Reader) { Rules = [new() { ApiGroups = [""], Resources = ["secrets"], Verbs = ["get", "list", "watch"] }] },
        new RoleBinding(Reader)
        {
            RoleRef = new() { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = Reader },
            Subjects = [new() { Kind = "ServiceAccount", Name = Reader, Namespace = Namespace }],
        },
    ];
}

[App<Ns.Database>, Provides("dragonflydb.io")]
public sealed class DragonflyOperator : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/dragonflydb/dragonfly-operator/helm/dragonfly-operator", "v1.3.0");

    public override bool? Wait => true;

    public override ManifestList Manifests => [Chart, Charts.Release(Chart)];
}
