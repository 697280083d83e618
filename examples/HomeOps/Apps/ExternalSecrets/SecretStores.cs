namespace HomeOps;

/// <summary>
/// Where secrets come from. The first key cannot come from the vault it opens: it lies in the tree, encrypted with SOPS, and stays the author's own file.
/// </summary>
[App<Ns.ExternalSecrets>]
[DependsOn<ExternalSecrets>]
public sealed class SecretStores : FluxApp
{
    public ClusterSecretStore Akeyless => field ??= new("akeyless")
    {
        Spec = new()
        {
            Provider = new()
            {
                Akeyless = new()
                {
                    AkeylessGWApiURL = "https://api.akeyless.io",
                    AuthSecretRef = new() { SecretRef = new() { AccessID = Key("accessId"), AccessType = Key("accessType"), AccessTypeParam = Key("accessTypeParam") } },
                },
            },
        },
    };

    public override IReadOnlyList<HealthCheck> HealthChecks => [Akeyless];

    public override IReadOnlyList<HealthCheckExpr> HealthCheckExprs => [HealthExpressions.ClusterSecretStore];

    public override ManifestList Manifests => [Files.InTree("akeyless.sops.yaml"), Akeyless];

    // The Secret in the file beside the store.
    private CrdAuthRef Key(string key) => new() { Name = "akeyless", Namespace = Namespace, Key = key };
}
