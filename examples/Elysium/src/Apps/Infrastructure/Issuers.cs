namespace Elysium;

/// <summary>Who signs certificates.</summary>
[App<Ns.CertManager>, In<InfraConfigs>]
[DependsOn<CertManager>]
public sealed class Issuers : FluxApp
{
    public ClusterIssuer LetsEncrypt => field ??= new("letsencrypt")
    {
        Spec = new()
        {
            Acme = new()
            {
                Server = "https://acme-v02.api.letsencrypt.org/directory",
                Email = ClusterSecretVars.AcmeEmail,
                PrivateKeySecretRef = new() { Name = "letsencrypt-account" },
                Solvers = [new() { Dns01 = new() { Cloudflare = new() { ApiTokenSecretRef = Ref<ClusterSecrets>.To(static secrets => secrets.Cloudflare).Key("api-token") } } }],
            },
        },
    };

    public override ManifestList Manifests => [LetsEncrypt];
}
