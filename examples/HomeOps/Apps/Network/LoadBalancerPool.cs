namespace HomeOps;

/// <summary>The addresses that Cilium hands to Services of type LoadBalancer, and announces in the LAN.</summary>
[App<Ns.Network>]
public sealed class LoadBalancerPool : FluxApp
{
    public override bool? Wait => true;

    public override ManifestList Manifests =>
    [
        new Manifest("cilium.io/v2", "CiliumLoadBalancerIPPool", "lan")
        {
            ["spec"] = new()
            {
                ["allowFirstLastIPs"] = "No",
                ["blocks"] =
                [
                    new() { ["start"] = ClusterSettings.GatewayInternalIp, ["stop"] = ClusterSettings.GatewayExternalIp },
                    new() { ["start"] = ClusterSettings.DnsIp, ["stop"] = ClusterSettings.DnsIp },
                ],
            },
        },
        new Manifest("cilium.io/v2alpha1", "CiliumL2AnnouncementPolicy", "lan")
        {
            ["spec"] = new()
            {
                ["loadBalancerIPs"] = true,
                ["nodeSelector"] = new() { ["matchLabels"] = new() { ["kubernetes.io/os"] = "linux" } },
            },
        },
    ];
}
