namespace HomeOps;

/// <summary>cert-manager itself; what it issues is in CertManagerIssuers and Certificates.</summary>
[App<Ns.CertManager>, Provides("cert-manager.io", "acme.cert-manager.io")]
public sealed class CertManager : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("quay.io/jetstack/charts/cert-manager", "v1.21.1");

    public override bool? Wait => true;

    public override ManifestList Manifests =>
    [
        Chart,
        new HelmRelease
        {
            Spec = new()
            {
                Interval = "1h",
                ChartRef = Chart,
                Values = new()
                {
                    ["crds"] = new() { ["enabled"] = true },
                    ["replicaCount"] = 1,
                    ["dns01RecursiveNameservers"] = "https://1.1.1.1:443/dns-query,https://1.0.0.1:443/dns-query",
                    ["dns01RecursiveNameserversOnly"] = true,
                    ["prometheus"] = new() { ["enabled"] = true, ["servicemonitor"] = new() { ["enabled"] = true } },
                },
            },
        },
    ];
}
