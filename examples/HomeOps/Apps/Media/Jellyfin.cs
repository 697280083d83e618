namespace HomeOps;

/// <summary>Plays it all. Televisions cannot log in at a web page, so it has its own users and no forward auth.</summary>
[App<Ns.Media>]
[DependsOn<EnvoyGateway>]
public sealed class Jellyfin : FluxApp
{
    private OCIRepository Chart => field ??= AppTemplate.Source("5.1.0");

    public override ComponentList Components =>
    [
        new Volsync { Capacity = "20Gi" },
        new Keda { Probe = BlackboxExporter.NasProbe },
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
                        ["jellyfin"] = new()
                        {
                            ["containers"] = new()
                            {
                                ["app"] = new()
                                {
                                    ["image"] = AppTemplate.Image("ghcr.io/jellyfin/jellyfin", "10.11.11"),
                                    ["env"] = new() { ["TZ"] = ClusterSettings.Timezone },
                                    ["probes"] = AppTemplate.Probes("/health", 8096),
                                    ["resources"] = new() { ["requests"] = new() { ["cpu"] = "50m" }, ["limits"] = new() { ["memory"] = "4Gi" } },
                                    ["securityContext"] = AppTemplate.Restricted,
                                },
                            },
                        },
                    },
                    ["defaultPodOptions"] = AppTemplate.NasUser,
                    ["service"] = new() { ["app"] = new() { ["ports"] = new() { ["http"] = new() { ["port"] = 8096 } } } },
                    ["route"] = AppTemplate.Route("jellyfin", Ref<EnvoyGateway>.To(gateway => gateway.Internal)),
                    ["persistence"] = new()
                    {
                        ["config"] = new() { ["existingClaim"] = "jellyfin" },
                        ["media"] = AppTemplate.Share("/mnt/pool/media", "/media"),
                        ["tmp"] = new() { ["type"] = "emptyDir" },
                    },
                },
            },
        },
    ];
}
