namespace HomeOps;

/// <summary>The way in from outside: the tunnel is opened from here, so the router forwards no port.</summary>
[App<Ns.Network>]
[DependsOn<SecretStores>, DependsOn<EnvoyGateway>, DependsOn<ExternalDns>]
public sealed class CloudflareTunnel : FluxApp
{
    private ExternalSecret Token => field ??= Akeyless.Secret("cloudflare-tunnel", "/network/cloudflare", new() { ["TUNNEL_TOKEN"] = "{{ .TUNNEL_TOKEN }}" });

    private ConfigMapGenerator Config => field ??= new() { Files = [Files.Beside("resources/config.yaml")] };

    public override ManifestList Manifests =>
    [
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
        Config,
        new AppTemplate("4.1.1")
        {
            Replicas = 2,
            Strategy = "RollingUpdate",
            Annotations = Pods.Reloaded,
            Container = new()
            {
                Image = new("docker.io/cloudflare/cloudflared", "2026.7.3"),
                Args = ["tunnel", "--config", "/etc/cloudflared/config.yaml", "run"],
                Env = new() { ["NO_AUTOUPDATE"] = true, ["TUNNEL_METRICS"] = "0.0.0.0:8080", ["TUNNEL_TRANSPORT_PROTOCOL"] = "quic" },
                EnvFrom = [Token],
                Probes = AppProbes.Http("/ready"),
                Resources = Pods.Resources("10m", "256Mi"),
                SecurityContext = Pods.Restricted,
            },
            Port = 8080,
            Persistence = new() { ["config"] = new ConfigMapVolume(Config) { Mount = "/etc/cloudflared" } },
            Values = Pods.Measured(),
        },
    ];
}
