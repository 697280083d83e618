namespace Layers;

/// <summary>
/// Who signs certificates. It stands in the last layer, for an object can only be applied when its kind is known: the release of cert-manager, a layer before, brings it.
/// </summary>
[App<Ns.CertManager>, In<Applications>]
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
                Email = "admin@example.org",
                PrivateKeySecretRef = new() { Name = "letsencrypt-account" },
                Solvers = [new() { Dns01 = new() { Cloudflare = new() { ApiTokenSecretRef = Ref<CertManager>.To(app => app.Token).Key("api-token") } } }],
            },
        },
    };

    public override ManifestList Manifests => [LetsEncrypt];
}
