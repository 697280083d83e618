namespace HomeOps;

/// <summary>The way in from outside: the tunnel is opened from here, so the router forwards no port.</summary>
[App<Ns.Network>]
[DependsOn<SecretStores>, DependsOn<EnvoyGateway>]
public sealed class CloudflareTunnel : FluxApp
{
    private OCIRepository Chart => field ??= AppTemplate.Source("5.1.0");

    private ExternalSecret Token => field ??= Akeyless.Secret("cloudflare-tunnel", "/network/cloudflare", new() { ["TUNNEL_TOKEN"] = "{{ .TUNNEL_TOKEN }}" });

    public override ManifestList Manifests =>
    [
        Chart,
        Token,
        // A kind without a model, as plain YAML.
        Manifest.Yaml(
            """
            apiVersion: externaldns.k8s.io/v1alpha1
            kind: DNSEndpoint
            metadata:
              name: cloudflare-tunnel
            spec:
              endpoints:
                - dnsName: external.${SECRET_DOMAIN}
                  recordType: CNAME
                  targets:
                    - ${SECRET_TUNNEL_ID}.cfargotunnel.com
            """),
        new ConfigMapGenerator { Files = [Files.Beside("resources/config.yaml")] },
        new HelmRelease
        {
            Spec = new()
            {
                Interval = "1h",
                ChartRef = Chart,
                Values = new()
                {
                    ["controllers"] = new()
                    {
                        ["cloudflare-tunnel"] = new()
                        {
                            ["replicas"] = 2,
                            ["strategy"] = "RollingUpdate",
                            ["annotations"] = new() { ["reloader.stakater.com/auto"] = "true" },
                            ["containers"] = new()
                            {
                                ["app"] = new()
                                {
                                    ["image"] = AppTemplate.Image("docker.io/cloudflare/cloudflared", "2026.7.3"),
                                    ["args"] = ["tunnel", "--config", "/etc/cloudflared/config.yaml", "run"],
                                    ["env"] = new() { ["NO_AUTOUPDATE"] = true, ["TUNNEL_METRICS"] = "0.0.0.0:8080", ["TUNNEL_TRANSPORT_PROTOCOL"] = "quic" },
                                    ["envFrom"] = [new() { ["secretRef"] = Token.AsReference() }],
                                    ["probes"] = AppTemplate.Probes("/ready", 8080),
                                    ["resources"] = new() { ["requests"] = new() { ["cpu"] = "10m" }, ["limits"] = new() { ["memory"] = "256Mi" } },
                                    ["securityContext"] = AppTemplate.Restricted,
                                },
                            },
                        },
                    },
                    ["service"] = new() { ["app"] = new() { ["ports"] = new() { ["http"] = new() { ["port"] = 8080 } } } },
                    ["persistence"] = new() { ["config"] = new() { ["type"] = "configMap", ["name"] = Name, ["globalMounts"] = [new() { ["path"] = "/etc/cloudflared" }] } },
                },
            },
        },
    ];
}
