namespace HomeOps;

/// <summary>The status page.</summary>
[App<Ns.Observability>]
[DependsOn<SecretStores>, DependsOn<EnvoyGateway>]
public sealed class Gatus : FluxApp
{
    private OCIRepository Chart => field ??= AppTemplate.Source("5.1.0");

    private ExternalSecret Pushover => field ??= Akeyless.Secret("gatus", "/observability/gatus", new()
    {
        ["PUSHOVER_TOKEN"] = "{{ .PUSHOVER_TOKEN }}",
        ["PUSHOVER_USER"] = "{{ .PUSHOVER_USER }}",
    });

    public override ComponentList Components => [new Cnpg()];

    public override ManifestList Manifests =>
    [
        Chart,
        Pushover,
        // Literal: the file is full of ${…} that Gatus itself fills in.
        new ConfigMapGenerator("gatus-config") { Literal = true, KeyedFiles = new() { ["config.yaml"] = Files.Beside("resources/gatus.yaml") } },
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
                        ["gatus"] = new()
                        {
                            ["annotations"] = new() { ["reloader.stakater.com/auto"] = "true" },
                            ["containers"] = new()
                            {
                                ["app"] = new()
                                {
                                    ["image"] = AppTemplate.Image("ghcr.io/twin/gatus", "v5.35.0"),
                                    ["env"] = new()
                                    {
                                        ["TZ"] = ClusterSettings.Timezone,
                                        ["DATABASE_URL"] = new() { ["valueFrom"] = new() { ["secretKeyRef"] = Cnpg.ExternalSecretPostgres.Key("url") } },
                                    },
                                    ["envFrom"] = [new() { ["secretRef"] = Pushover.AsReference() }],
                                    ["probes"] = AppTemplate.Probes("/health", 8080),
                                    ["resources"] = new() { ["requests"] = new() { ["cpu"] = "10m" }, ["limits"] = new() { ["memory"] = "256Mi" } },
                                    ["securityContext"] = AppTemplate.Restricted,
                                },
                            },
                        },
                    },
                    ["defaultPodOptions"] = AppTemplate.NasUser,
                    ["service"] = new() { ["app"] = new() { ["ports"] = new() { ["http"] = new() { ["port"] = 8080 } } } },
                    ["route"] = AppTemplate.Route("status", Ref<EnvoyGateway>.To(gateway => gateway.External)),
                    ["persistence"] = new() { ["config"] = new() { ["type"] = "configMap", ["name"] = "gatus-config", ["globalMounts"] = [new() { ["path"] = "/config" }] } },
                },
            },
        },
    ];
}
