namespace HomeOps;

/// <summary>Films.</summary>
[App<Ns.Media>]
[DependsOn<EnvoyGateway>]
public sealed class Radarr : FluxApp
{
    private OCIRepository Chart => field ??= AppTemplate.Source("5.1.0");

    public override ComponentList Components =>
    [
        new Volsync { Capacity = "5Gi" },
        new Keda { Probe = BlackboxExporter.NasProbe },
        new ExtAuthInternal(),
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
                        ["radarr"] = new()
                        {
                            ["containers"] = new()
                            {
                                ["app"] = new()
                                {
                                    ["image"] = AppTemplate.Image("ghcr.io/home-operations/radarr", "6.4.1.10545"),
                                    ["env"] = new() { ["TZ"] = ClusterSettings.Timezone, ["RADARR__AUTH__METHOD"] = "External", ["RADARR__SERVER__PORT"] = 7878 },
                                    ["probes"] = AppTemplate.Probes("/ping", 7878),
                                    ["resources"] = new() { ["requests"] = new() { ["cpu"] = "50m" }, ["limits"] = new() { ["memory"] = "1Gi" } },
                                    ["securityContext"] = AppTemplate.Restricted,
                                },
                            },
                        },
                    },
                    ["defaultPodOptions"] = AppTemplate.NasUser,
                    ["service"] = new() { ["app"] = new() { ["ports"] = new() { ["http"] = new() { ["port"] = 7878 } } } },
                    ["route"] = AppTemplate.Route("radarr", Ref<EnvoyGateway>.To(gateway => gateway.Internal)),
                    ["persistence"] = new()
                    {
                        ["config"] = new() { ["existingClaim"] = "radarr" },
                        ["media"] = AppTemplate.Share("/mnt/pool/media", "/media"),
                        ["tmp"] = new() { ["type"] = "emptyDir" },
                    },
                },
            },
        },
    ];
}
