namespace HomeOps;

/// <summary>Where the family asks for films; they do it from outside too, so the login stands at the external gateway.</summary>
[App<Ns.Media>]
[DependsOn<EnvoyGateway>]
public sealed class Seerr : FluxApp
{
    private OCIRepository Chart => field ??= AppTemplate.Source("5.1.0");

    public override ComponentList Components =>
    [
        new Volsync { Capacity = "2Gi" },
        new ExtAuthExternal(),
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
                        ["seerr"] = new()
                        {
                            ["containers"] = new()
                            {
                                ["app"] = new()
                                {
                                    ["image"] = AppTemplate.Image("ghcr.io/seerr-team/seerr", "v3.0.1"),
                                    ["env"] = new() { ["TZ"] = ClusterSettings.Timezone },
                                    ["probes"] = AppTemplate.Probes("/api/v1/status", 5055),
                                    ["resources"] = new() { ["requests"] = new() { ["cpu"] = "50m" }, ["limits"] = new() { ["memory"] = "1Gi" } },
                                    ["securityContext"] = AppTemplate.Restricted,
                                },
                            },
                        },
                    },
                    ["defaultPodOptions"] = AppTemplate.NasUser,
                    ["service"] = new() { ["app"] = new() { ["ports"] = new() { ["http"] = new() { ["port"] = 5055 } } } },
                    ["route"] = AppTemplate.Route("requests", Ref<EnvoyGateway>.To(gateway => gateway.External)),
                    ["persistence"] = new()
                    {
                        ["config"] = new() { ["existingClaim"] = "seerr" },
                        ["tmp"] = new() { ["type"] = "emptyDir" },
                    },
                },
            },
        },
    ];
}
