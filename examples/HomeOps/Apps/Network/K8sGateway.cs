namespace HomeOps;

/// <summary>Answers the LAN's DNS questions for the routes of both gateways.</summary>
[App<Ns.Network>]
[DependsOn<EnvoyGateway>]
public sealed class K8sGateway : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/k8s-gateway/charts/k8s-gateway", "3.7.1");

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
                    ["domain"] = ClusterSecrets.SecretDomain,
                    ["ttl"] = 1,
                    ["service"] = new()
                    {
                        ["type"] = "LoadBalancer",
                        ["port"] = 53,
                        ["annotations"] = new() { ["lbipam.cilium.io/ips"] = ClusterSettings.DnsIp },
                        ["externalTrafficPolicy"] = "Cluster",
                    },
                    ["watchedResources"] = ["HTTPRoute", "Service"],
                },
            },
        },
    ];
}
