namespace HomeOps;

/// <summary>Indexers for the others. It touches no media, so it stays up without the NAS.</summary>
[App<Ns.Media>]
[DependsOn<EnvoyGateway>]
public sealed class Prowlarr : FluxApp
{
    private OCIRepository Chart => field ??= AppTemplate.Source("5.1.0");

    public override ComponentList Components =>
    [
        new Volsync { Capacity = "1Gi" },
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
                        ["prowlarr"] = new()
                        {
                            ["containers"] = new()
                            {
                                ["app"] = new()
                                {
                                    ["image"] = AppTemplate.Image("ghcr.io/home-operations/prowlarr", "2.6.1.5509"),
                                    ["env"] = new() { ["TZ"] = ClusterSettings.Timezone, ["PROWLARR__AUTH__METHOD"] = "External", ["PROWLARR__SERVER__PORT"] = 9696 },
                                    ["probes"] = AppTemplate.Probes("/ping", 9696),
                                    ["resources"] = new() { ["requests"] = new() { ["cpu"] = "50m" }, ["limits"] = new() { ["memory"] = "512Mi" } },
                                    ["securityContext"] = AppTemplate.Restricted,
                                },
                            },
                        },
                    },
                    ["defaultPodOptions"] = AppTemplate.NasUser,
                    ["service"] = new() { ["app"] = new() { ["ports"] = new() { ["http"] = new() { ["port"] = 9696 } } } },
                    ["route"] = AppTemplate.Route("prowlarr", Ref<EnvoyGateway>.To(gateway => gateway.Internal)),
                    ["persistence"] = new()
                    {
                        ["config"] = new() { ["existingClaim"] = "prowlarr" },
                        ["tmp"] = new() { ["type"] = "emptyDir" },
                    },
                },
            },
        },
    ];
}
