namespace HomeOps;

/// <summary>
/// Let's Encrypt through Cloudflare's DNS. An issuer is ready once its account is registered: the health expressions let whoever depends on this app wait for
/// that, and not only for the object to exist.
/// </summary>
[App<Ns.CertManager>(Directory = "cert-manager", Folder = "issuers")]
[DependsOn<CertManager>, DependsOn<SecretStores>]
public sealed class CertManagerIssuers : FluxApp
{
    public ClusterIssuer Production => field ??= Acme("letsencrypt-production", "https://acme-v02.api.letsencrypt.org/directory");

    public ClusterIssuer Staging => field ??= Acme("letsencrypt-staging", "https://acme-staging-v02.api.letsencrypt.org/directory");

    private ExternalSecret Token => field ??= Akeyless.Secret("cloudflare-dns", "/network/cloudflare", new() { ["api-token"] = "{{ .DNS_TOKEN }}" });

    public override IReadOnlyList<HealthCheck> HealthChecks => [Production, Staging];

    public override IReadOnlyList<HealthCheckExpr> HealthCheckExprs => [HealthExpressions.ClusterIssuer];

    public override ManifestList Manifests => [Token, Files.Group("issuers.yaml", Production, Staging)];

    private ClusterIssuer Acme(string name, string server) => new(name)
    {
        Spec = new()
        {
            Acme = new()
            {
                Server = server,
                Email = ClusterSecrets.SecretAcmeEmail,
                PrivateKeySecretRef = new() { Name = name },
                Solvers =
                [
                    new()
                    {
                        Selector = new() { DnsZones = [ClusterSecrets.SecretDomain] },
                        Dns01 = new() { Cloudflare = new() { ApiTokenSecretRef = Token.Key("api-token") } },
                    },
                ],
            },
        },
    };
}
