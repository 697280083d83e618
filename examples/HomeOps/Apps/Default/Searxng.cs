namespace HomeOps;

/// <summary>Search that tells nobody who asked. What it must count for a while it keeps in a database of the cache.</summary>
[App<Ns.Default>]
[DependsOn<SecretStores>]
public sealed class Searxng : FluxApp
{
    private ExternalSecret Keys => field ??= Akeyless.Secret("searxng", "/default/searxng", new() { ["SEARXNG_SECRET"] = "{{ .SECRET_KEY }}" });

    private DragonflyDatabase Cache => field ??= new(Ref<DragonflyCluster>.To(dragonfly => dragonfly.Cache), 3);

    public override ManifestList Manifests =>
    [
        Keys,
        Cache,
        new AppTemplate("4.1.1")
        {
            Container = new()
            {
                Image = new("docker.io/searxng/searxng", "2026.7.18-8c2b4f5a1"),
                Env = new() { ["SEARXNG_BASE_URL"] = $"https://search.{ClusterSecrets.SecretDomain}", ["SEARXNG_VALKEY_URL"] = Cache.Url },
                EnvFrom = [Keys],
                Probes = AppProbes.Http("/healthz"),
                Resources = Pods.Resources("10m", "512Mi"),
            },
            Port = 8080,
            Route = new($"search.{ClusterSecrets.SecretDomain}", Ref<EnvoyGateway>.To(gateway => gateway.Internal)),
        },
    ];
}
