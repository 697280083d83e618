namespace HomeOps;

/// <summary>Writes Cloudflare's records for the routes of the external gateway.</summary>
[App<Ns.Network>, Provides("externaldns.k8s.io")]
[DependsOn<SecretStores>, DependsOn<EnvoyGateway>]
public sealed class ExternalDns : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/home-operations/charts-mirror/external-dns", "1.21.1");

    private ExternalSecret Token => field ??= Akeyless.Secret("external-dns", "/network/cloudflare", new() { ["api-token"] = "{{ .DNS_TOKEN }}" });

    public override bool? Wait => true;

    public override ManifestList Manifests =>
    [
        Chart,
        Token,
        new HelmRelease
        {
            Spec = new()
            {
                Interval = "1h",
                ChartRef = Chart,
                Values = new()
                {
                    ["fullnameOverride"] = Name,
                    ["provider"] = new() { ["name"] = "cloudflare" },
                    ["env"] = [new() { ["name"] = "CF_API_TOKEN", ["valueFrom"] = new() { ["secretKeyRef"] = Token.Key("api-token") } }],
                    ["extraArgs"] = ["--cloudflare-proxied", $"--gateway-name={Ref<EnvoyGateway>.To(gateway => gateway.External).Name}"],
                    ["sources"] = ["gateway-httproute", "crd"],
                    ["domainFilters"] = [ClusterSecrets.SecretDomain],
                    ["policy"] = "sync",
                    ["txtPrefix"] = "k8s.",
                    ["txtOwnerId"] = "home",
                    ["triggerLoopOnEvent"] = true,
                    ["podAnnotations"] = new() { ["reloader.stakater.com/auto"] = "true" },
                    ["serviceMonitor"] = new() { ["enabled"] = true },
                },
            },
        },
    ];
}
