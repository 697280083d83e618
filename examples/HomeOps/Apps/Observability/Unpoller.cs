namespace HomeOps;

/// <summary>Metrics of the network's devices, asked of their controller.</summary>
[App<Ns.Observability>]
[DependsOn<SecretStores>]
public sealed class Unpoller : FluxApp
{
    private ExternalSecret Login => field ??= Akeyless.Secret("unpoller", "/network/unifi", new() { ["UP_UNIFI_DEFAULT_USER"] = "{{ .USER }}", ["UP_UNIFI_DEFAULT_PASS"] = "{{ .PASSWORD }}" });

    public override ManifestList Manifests =>
    [
        Login,
        new AppTemplate("4.1.1")
        {
            Annotations = Pods.Reloaded,
            Container = new()
            {
                Image = new("ghcr.io/unpoller/unpoller", "v2.15.4"),
                Env = new() { ["UP_UNIFI_DEFAULT_URL"] = "https://unifi.internal", ["UP_INFLUXDB_DISABLE"] = "true" },
                EnvFrom = [Login],
                Probes = AppProbes.Http("/health"),
                Resources = Pods.Resources("10m", "128Mi"),
                SecurityContext = Pods.Restricted,
            },
            Port = 9130,
            Values = Pods.Measured(),
        },
    ];
}
