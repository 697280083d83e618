namespace HomeOps;

/// <summary>Writes the records of both gateways into the router's own DNS: external-dns once more, with a helper beside it that speaks to the router.</summary>
[App<Ns.Network>]
[DependsOn<SecretStores>, DependsOn<EnvoyGateway>]
public sealed class UnifiDns : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/home-operations/charts-mirror/external-dns", "1.21.1");

    private ExternalSecret Login => field ??= Akeyless.Secret("unifi-dns", "/network/unifi", new() { ["api-key"] = "{{ .API_KEY }}" });

    public override ManifestList Manifests =>
    [
        Chart,
        Login,
        new HelmRelease
        {
            Spec = new()
            {
                Interval = "1h",
                ChartRef = Chart,
                Values = new()
                {
                    ["fullnameOverride"] = Name,
                    ["provider"] = new()
                    {
                        ["name"] = "webhook",
                        ["webhook"] = new()
                        {
                            ["image"] = new() { ["repository"] = "ghcr.io/kashalls/external-dns-unifi-webhook", ["tag"] = ((Values)"v0.7.0").WithComment("renovate: datasource=docker depName=ghcr.io/kashalls/external-dns-unifi-webhook") },
                            ["env"] =
                            [
                                new() { ["name"] = "UNIFI_HOST", ["value"] = "https://unifi.internal" },
                                new() { ["name"] = "UNIFI_API_KEY", ["valueFrom"] = new() { ["secretKeyRef"] = Login.Key("api-key") } },
                            ],
                        },
                    },
                    ["sources"] = ["gateway-httproute", "service"],
                    ["domainFilters"] = [ClusterSecrets.SecretDomain],
                    ["policy"] = "sync",
                    ["txtPrefix"] = "k8s.main.",
                    ["txtOwnerId"] = "home",
                    ["triggerLoopOnEvent"] = true,
                },
            },
        },
    ];
}
