namespace HomeOps;

/// <summary>Subtitles.</summary>
[App<Ns.Media>]
[DependsOn<EnvoyGateway>]
public sealed class Bazarr : FluxApp
{
    private OCIRepository Chart => field ??= AppTemplate.Source("5.1.0");

    public override ComponentList Components =>
    [
        new Volsync { Capacity = "2Gi" },
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
                        ["bazarr"] = new()
                        {
                            ["containers"] = new()
                            {
                                ["app"] = new()
                                {
                                    ["image"] = AppTemplate.Image("ghcr.io/home-operations/bazarr", "1.6.0"),
                                    ["env"] = new() { ["TZ"] = ClusterSettings.Timezone },
                                    ["probes"] = AppTemplate.Probes("/health", 6767),
                                    ["resources"] = new() { ["requests"] = new() { ["cpu"] = "50m" }, ["limits"] = new() { ["memory"] = "512Mi" } },
                                    ["securityContext"] = AppTemplate.Restricted,
                                },
                            },
                        },
                    },
                    ["defaultPodOptions"] = AppTemplate.NasUser,
                    ["service"] = new() { ["app"] = new() { ["ports"] = new() { ["http"] = new() { ["port"] = 6767 } } } },
                    ["route"] = AppTemplate.Route("bazarr", Ref<EnvoyGateway>.To(gateway => gateway.Internal)),
                    ["persistence"] = new()
                    {
                        ["config"] = new() { ["existingClaim"] = "bazarr" },
                        ["media"] = AppTemplate.Share("/mnt/pool/media", "/media"),
                        ["tmp"] = new() { ["type"] = "emptyDir" },
                    },
                },
            },
        },
    ];
}
