namespace Elysium;

/// <summary>Downloads, through a VPN that runs beside it in the same Pod.</summary>
[App<Ns.Arkham>(Name = "qbittorrent", Directory = "arkham/qbittorrent"), In<Apps>, RunsOn<Kyrion>]
public sealed class QBittorrent() : ArkhamApp("ghcr.io/home-operations/qbittorrent", "5.1.3", 8080)
{
    private Secret Vpn => field ??= Provided(new Secret("vpn"));

    protected override Values More => base.More.Merge(new()
    {
        ["sidecar"] = new()
        {
            ["repository"] = "ghcr.io/qdm12/gluetun",
            ["tag"] = ((Values)"v3.40.3").WithComment("renovate: datasource=docker depName=ghcr.io/qdm12/gluetun"),
        },
    });

    protected override Secret SecretVars => Vpn;

    protected override ManifestList Others => [Files.InTree("vpn-sealed-secret.yaml"), .. base.Others];
}
