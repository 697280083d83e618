namespace HomeOps;

/// <summary>Downloads. Its settings are easily made anew, so its backups are kept for two days only: a patch of what the component Volsync brings.</summary>
[App<Ns.Media>]
[DependsOn<EnvoyGateway>]
public sealed class Qbittorrent : FluxApp
{
    private OCIRepository Chart => field ??= AppTemplate.Source("5.1.0");

    public override ComponentList Components =>
    [
        new Volsync { Capacity = "1Gi" },
        new Keda { Probe = BlackboxExporter.NasProbe },
        new ExtAuthInternal(),
    ];

    public override IReadOnlyList<Patch> Patches =>
    [
        Patch.Json6902(
            new() { Group = "volsync.backube", Kind = "ReplicationSource" },
            JsonPatchOperation.Replace("/spec/restic/retain/daily", 2),
            JsonPatchOperation.Remove("/spec/restic/retain/weekly")),
    ];

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
                    ["controllers"] = new()
                    {
                        ["qbittorrent"] = new()
                        {
                            ["containers"] = new()
                            {
                                ["app"] = new()
                                {
                                    ["image"] = AppTemplate.Image("ghcr.io/home-operations/qbittorrent", "5.2.3"),
                                    ["env"] = new() { ["TZ"] = ClusterSettings.Timezone },
                                    ["probes"] = AppTemplate.Probes("/api/v2/app/version", 8080),
                                    ["resources"] = new() { ["requests"] = new() { ["cpu"] = "50m" }, ["limits"] = new() { ["memory"] = "2Gi" } },
                                    ["securityContext"] = AppTemplate.Restricted,
                                },
                            },
                        },
                    },
                    ["defaultPodOptions"] = AppTemplate.NasUser,
                    ["service"] = new() { ["app"] = new() { ["ports"] = new() { ["http"] = new() { ["port"] = 8080 } } } },
                    ["route"] = AppTemplate.Route("downloads", Ref<EnvoyGateway>.To(gateway => gateway.Internal)),
                    ["persistence"] = new()
                    {
                        ["config"] = new() { ["existingClaim"] = "qbittorrent" },
                        ["media"] = AppTemplate.Share("/mnt/pool/downloads", "/media"),
                        ["tmp"] = new() { ["type"] = "emptyDir" },
                    },
                },
            },
        },
    ];
}
