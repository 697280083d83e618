namespace HomeOps;

/// <summary>
/// Where secrets come from. The first key cannot come from the vault it opens: it lies in the tree, encrypted with SOPS, and stays the author's own file.
/// </summary>
[App<Ns.ExternalSecrets>]
[DependsOn<ExternalSecrets>]
public sealed class SecretStores : FluxApp
{
    // No model is shipped for this kind: any object can be written without one.
    public Manifest Akeyless => field ??= new("external-secrets.io/v1", "ClusterSecretStore", "akeyless")
    {
        ["spec"] = new()
        {
            ["provider"] = new()
            {
                ["akeyless"] = new()
                {
                    ["akeylessGWApiURL"] = "https://api.akeyless.io",
                    ["authSecretRef"] = new() { ["secretRef"] = new() { ["accessID"] = Key("accessId"), ["accessType"] = Key("accessType"), ["accessTypeParam"] = Key("accessTypeParam") } },
                },
            },
        },
    };

    public override IReadOnlyList<HealthCheck> HealthChecks => [Akeyless];

    public override IReadOnlyList<HealthCheckExpr> HealthCheckExprs => [HealthExpressions.ClusterSecretStore];

    public override ManifestList Manifests => [Files.InTree("akeyless.sops.yaml"), Akeyless];

    private Values Key(string key) => new() { ["name"] = "akeyless", ["namespace"] = Namespace, ["key"] = key };
}
