namespace Phoebe;

[App<Ns.CertManager>, Provides("cert-manager.io")]
public sealed class CertManager : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("quay.io/jetstack/charts/cert-manager", "v1.18.2");

    public override bool? Wait => true;

    public override ManifestList Manifests => [Chart, Charts.Release(Chart, new() { ["crds"] = new() { ["enabled"] = true } })];
}

[App<Ns.ExternalSecrets>, Provides("external-secrets.io")]
[DependsOn<CertManager>]
public sealed class ExternalSecrets : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/external-secrets/charts/external-secrets", "0.20.1");

    public override bool? Wait => true;

    public override ManifestList Manifests => [Chart, Charts.Release(Chart)];
}

/// <summary>1Password, through its Connect server; the token is a SOPS file in the tree.</summary>
[App<Ns.ExternalSecrets>]
[DependsOn<ExternalSecrets>]
public sealed class OnepasswordStore : FluxApp
{
    private ClusterSecretStore Store => field ??= new("onepassword")
    {
        Spec = new()
        {
            Provider = new()
            {
                Onepassword = new()
                {
                    ConnectHost = "http://onepassword-connect.external-secrets.svc:8080",
                    Vaults = new() { ["phoebe"] = 1 },
                    Auth = new() { SecretRef = new() { ConnectTokenSecretRef = new() { Name = "onepassword", Key = "token", Namespace = Namespace } } },
                },
            },
        },
    };

    public override IReadOnlyList<HealthCheck> HealthChecks => [Store];

    public override IReadOnlyList<HealthCheckExpr> HealthCheckExprs => [HealthExpressions.ClusterSecretStore];

    public override ManifestList Manifests => [Store, Files.InTree("onepassword.sops.yaml")];
}

[App<Ns.Storage>, Provides("snapshot.storage.k8s.io")]
public sealed class SnapshotController : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/piraeusdatastore/helm-charts/snapshot-controller", "4.1.1");

    public override bool? Wait => true;

    public override ManifestList Manifests => [Chart, Charts.Release(Chart)];
}

[App<Ns.Storage>(Name = "volsync"), Provides("volsync.backube")]
[DependsOn<SnapshotController>]
public sealed class VolSyncOperator : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/home-operations/charts-mirror/volsync", "0.13.1");

    public override bool? Wait => true;

    public override ManifestList Manifests => [Chart, Charts.Release(Chart, new() { ["manageCRDs"] = true })];
}
