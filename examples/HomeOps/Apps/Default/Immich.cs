namespace HomeOps;

/// <summary>The photo library: a database, a cache, a config file, its uploads on the NAS and the models it learned on a small volume.</summary>
[App<Ns.Default>]
// The cache may still be at the last commit: it is enough that it is up.
[DependsOn<DragonflyCluster>(ReadyExpr = "dep.status.conditions.exists(c, c.type == 'Ready' && c.status == 'True')")]
public sealed class Immich : FluxApp
{
    // Both images are of one release.
    // renovate: datasource=docker depName=ghcr.io/immich-app/immich-server
    private const string Version = "v3.1.0";

    private ConfigMapGenerator Config => field ??= new("immich-config") { KeyedFiles = new() { ["immich.yaml"] = Files.Beside("resources/immich.yaml") } };

    // Each app has a number of its own: two with one number are an error.
    private DragonflyDatabase Cache => field ??= new(Ref<DragonflyCluster>.To(dragonfly => dragonfly.Cache), 2);

    public override ComponentList Components =>
    [
        new Cnpg(),
        new Volsync { Capacity = "20Gi", CacheCapacity = "4Gi" },
        new Keda { Probe = BlackboxExporter.NasProbe, Target = "immich-server" },
    ];

    private AppController Server => new()
    {
        Annotations = Pods.Reloaded,
        Containers = new()
        {
            ["app"] = new()
            {
                Image = new("ghcr.io/immich-app/immich-server", Version),
                Env = new()
                {
                    ["TZ"] = ClusterSettings.Timezone,
                    ["IMMICH_CONFIG_FILE"] = "/config/immich.yaml",
                    ["REDIS_HOSTNAME"] = Cache.Host,
                    ["REDIS_DBINDEX"] = Cache.Index,
                    ["DB_URL"] = Cnpg.ExternalSecretPostgres.Key("url"),
                },
                Probes = AppProbes.Http("/api/server/ping", 2283),
                Resources = new() { Requests = new() { ["cpu"] = "100m" }, Limits = new() { ["memory"] = "4Gi", ["gpu.intel.com/i915"] = 1 } },
            },
        },
    };

    private static AppController Learning => new()
    {
        Strategy = "Recreate",
        Containers = new()
        {
            ["app"] = new()
            {
                Image = new("ghcr.io/immich-app/immich-machine-learning", Version),
                Env = new() { ["MACHINE_LEARNING_CACHE_FOLDER"] = "/cache" },
                Probes = AppProbes.Http("/ping", 3003),
                Resources = Pods.Resources("100m", "4Gi"),
            },
        },
    };

    public override ManifestList Manifests =>
    [
        Config,
        Cache,
        new AppTemplate("4.1.1")
        {
            Timeout = "15m",
            Controllers = new() { ["server"] = Server, ["machine-learning"] = Learning },
            Services = new()
            {
                ["server"] = new() { Controller = "server", Ports = new() { ["http"] = 2283 } },
                ["machine-learning"] = new() { Controller = "machine-learning", Ports = new() { ["http"] = 3003 } },
            },
            Route = new($"photos.{ClusterSecrets.SecretDomain}", Ref<EnvoyGateway>.To(gateway => gateway.External)) { Service = "server", Port = 2283 },
            Pod = Pods.NasUser,
            Persistence = new()
            {
                ["config"] = new ConfigMapVolume(Config) { Mount = "/config" },
                ["photos"] = Pods.Share("/mnt/pool/photos", "/data"),
                ["cache"] = new ClaimVolume(Volsync.PersistentVolumeClaim) { Mounts = [new("/cache") { Controller = "machine-learning" }] },
            },
        },
    ];
}
