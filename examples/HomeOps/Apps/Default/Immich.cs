namespace HomeOps;

/// <summary>The photo library: a database, a cache, a config file, its uploads on the NAS and the models it learned on a small volume.</summary>
[App<Ns.Default>]
// The cache may still be at the last commit: it is enough that it is up.
[DependsOn<DragonflyCluster>(ReadyExpr = "dep.status.conditions.exists(c, c.type == 'Ready' && c.status == 'True')")]
[DependsOn<EnvoyGateway>]
public sealed class Immich : FluxApp
{
    private const string Version = "v3.1.0";

    private OCIRepository Chart => field ??= AppTemplate.Source("5.1.0");

    private ConfigMapGenerator Config => field ??= new("immich-config") { KeyedFiles = new() { ["immich.yaml"] = Files.Beside("resources/immich.yaml") } };

    private ObjectRef<Dragonfly> Cache => Ref<DragonflyCluster>.To(dragonfly => dragonfly.Cache);

    public override ComponentList Components =>
    [
        new Cnpg(),
        new Volsync { Capacity = "20Gi", CacheCapacity = "4Gi" },
        new Keda { Probe = BlackboxExporter.NasProbe, Target = "immich-server" },
    ];

    public override ManifestList Manifests =>
    [
        Chart,
        Config,
        new HelmRelease
        {
            Spec = new()
            {
                Interval = "1h",
                Timeout = "15m",
                ChartRef = Chart,
                Values = new()
                {
                    ["controllers"] = new()
                    {
                        ["server"] = new()
                        {
                            ["annotations"] = new() { ["reloader.stakater.com/auto"] = "true" },
                            ["containers"] = new()
                            {
                                ["app"] = new()
                                {
                                    ["image"] = AppTemplate.Image("ghcr.io/immich-app/immich-server", Version),
                                    ["env"] = new()
                                    {
                                        ["TZ"] = ClusterSettings.Timezone,
                                        ["IMMICH_CONFIG_FILE"] = "/config/immich.yaml",
                                        ["REDIS_HOSTNAME"] = $"{Cache.Name}.{Cache.Namespace}.svc.cluster.local",
                                        ["REDIS_DBINDEX"] = "2",
                                        ["DB_URL"] = new() { ["valueFrom"] = new() { ["secretKeyRef"] = Cnpg.ExternalSecretPostgres.Key("url") } },
                                    },
                                    ["probes"] = AppTemplate.Probes("/api/server/ping", 2283),
                                    ["resources"] = new() { ["requests"] = new() { ["cpu"] = "100m" }, ["limits"] = new() { ["memory"] = "4Gi", ["gpu.intel.com/i915"] = 1 } },
                                },
                            },
                        },
                        ["machine-learning"] = new()
                        {
                            ["strategy"] = "Recreate",
                            ["containers"] = new()
                            {
                                ["app"] = new()
                                {
                                    ["image"] = AppTemplate.Image("ghcr.io/immich-app/immich-machine-learning", Version),
                                    ["env"] = new() { ["MACHINE_LEARNING_CACHE_FOLDER"] = "/cache" },
                                    ["probes"] = AppTemplate.Probes("/ping", 3003),
                                    ["resources"] = new() { ["requests"] = new() { ["cpu"] = "100m" }, ["limits"] = new() { ["memory"] = "4Gi" } },
                                },
                            },
                        },
                    },
                    ["defaultPodOptions"] = AppTemplate.NasUser,
                    ["service"] = new()
                    {
                        ["server"] = new() { ["controller"] = "server", ["ports"] = new() { ["http"] = new() { ["port"] = 2283 } } },
                        ["machine-learning"] = new() { ["controller"] = "machine-learning", ["ports"] = new() { ["http"] = new() { ["port"] = 3003 } } },
                    },
                    ["route"] = AppTemplate.Route("photos", Ref<EnvoyGateway>.To(gateway => gateway.External)),
                    ["persistence"] = new()
                    {
                        ["config"] = new() { ["type"] = "configMap", ["name"] = "immich-config", ["globalMounts"] = [new() { ["path"] = "/config" }] },
                        ["photos"] = AppTemplate.Share("/mnt/pool/photos", "/data"),
                        ["cache"] = new() { ["existingClaim"] = Name, ["advancedMounts"] = new() { ["machine-learning"] = new() { ["app"] = [new() { ["path"] = "/cache" }] } } },
                    },
                },
            },
        },
    ];
}
