namespace HomeOps;

/// <summary>Series: an app of app-template with a backed-up volume, the media on the NAS, and the login in front.</summary>
[App<Ns.Media>]
[DependsOn<EnvoyGateway>]
public sealed class Sonarr : FluxApp
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
                        ["sonarr"] = new()
                        {
                            ["containers"] = new()
                            {
                                ["app"] = new()
                                {
                                    ["image"] = AppTemplate.Image("ghcr.io/home-operations/sonarr", "4.0.19.3001"),
                                    ["env"] = new() { ["TZ"] = ClusterSettings.Timezone, ["SONARR__AUTH__METHOD"] = "External", ["SONARR__SERVER__PORT"] = 8989 },
                                    ["probes"] = AppTemplate.Probes("/ping", 8989),
                                    ["resources"] = new() { ["requests"] = new() { ["cpu"] = "100m" }, ["limits"] = new() { ["memory"] = "1Gi" } },
                                    ["securityContext"] = AppTemplate.Restricted,
                                },
                            },
                        },
                    },
                    ["defaultPodOptions"] = AppTemplate.NasUser,
                    ["service"] = new() { ["app"] = new() { ["ports"] = new() { ["http"] = new() { ["port"] = 8989 } } } },
                    ["route"] = new()
                    {
                        ["app"] = new()
                        {
                            ["hostnames"] = [$"sonarr.{ClusterSecrets.SecretDomain}"],
                            ["parentRefs"] = [Ref<EnvoyGateway>.To(gateway => gateway.Internal).AsParentRef()],
                        },
                    },
                    ["persistence"] = new()
                    {
                        ["config"] = new() { ["existingClaim"] = "sonarr" },
                        ["media"] = AppTemplate.Share("/mnt/pool/media", "/media"),
                        ["tmp"] = new() { ["type"] = "emptyDir" },
                    },
                },
            },
        },
    ];
}
