namespace Layers;

/// <summary>Certificates. The token by which it proves to Let's Encrypt that the domain is ours lies beside it, encrypted.</summary>
[App<Ns.CertManager>, In<Infrastructure>, Provides("cert-manager.io", "acme.cert-manager.io")]
public sealed class CertManager() : Service("quay.io/jetstack/charts/cert-manager", "v1.19.1")
{
    /// <summary>In the file beside it; SOPS keeps the names readable.</summary>
    public Secret Token => field ??= Provided(new Secret("cloudflare"));

    protected override Values ChartValues => new()
    {
        ["crds"] = new() { ["enabled"] = true },
        ["extraArgs"] = ["--dns01-recursive-nameservers-only", "--dns01-recursive-nameservers=1.1.1.1:53"],
    };

    protected override ManifestList Others => [Files.InTree("cloudflare.sops.yaml")];
}
