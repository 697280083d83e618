namespace HomeOps;

/// <summary>Recipes. Its users log in through the identity provider themselves, so it needs no forward auth.</summary>
[App<Ns.Default>]
[DependsOn<SecretStores>, DependsOn<EnvoyGateway>]
public sealed class Mealie : FluxApp
{
    private OCIRepository Chart => field ??= AppTemplate.Source("5.1.0");

    private ExternalSecret Login => field ??= Akeyless.Secret("mealie", "/default/mealie", new()
    {
        ["OIDC_CLIENT_ID"] = "{{ .CLIENT_ID }}",
        ["OIDC_CLIENT_SECRET"] = "{{ .CLIENT_SECRET }}",
    });

    public override ComponentList Components => [new Cnpg(), new Volsync { Capacity = "2Gi" }];

    public override ManifestList Manifests =>
    [
        Chart,
        Login,
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
                        ["mealie"] = new()
                        {
                            ["annotations"] = new() { ["reloader.stakater.com/auto"] = "true" },
                            ["containers"] = new()
                            {
                                ["app"] = new()
                                {
                                    ["image"] = AppTemplate.Image("ghcr.io/mealie-recipes/mealie", "v3.23.1"),
                                    ["env"] = new()
                                    {
                                        ["TZ"] = ClusterSettings.Timezone,
                                        ["BASE_URL"] = $"https://recipes.{ClusterSecrets.SecretDomain}",
                                        ["DB_ENGINE"] = "postgres",
                                        ["POSTGRES_URL_OVERRIDE"] = new() { ["valueFrom"] = new() { ["secretKeyRef"] = Cnpg.ExternalSecretPostgres.Key("url") } },
                                        ["OIDC_AUTH_ENABLED"] = "true",
                                        ["OIDC_CONFIGURATION_URL"] = $"https://auth.{ClusterSecrets.SecretDomain}/application/o/mealie/.well-known/openid-configuration",
                                    },
                                    ["envFrom"] = [new() { ["secretRef"] = Login.AsReference() }],
                                    ["probes"] = AppTemplate.Probes("/api/app/about", 9000),
                                    ["resources"] = new() { ["requests"] = new() { ["cpu"] = "10m" }, ["limits"] = new() { ["memory"] = "1Gi" } },
                                    ["securityContext"] = AppTemplate.Restricted,
                                },
                            },
                        },
                    },
                    ["defaultPodOptions"] = AppTemplate.NasUser,
                    ["service"] = new() { ["app"] = new() { ["ports"] = new() { ["http"] = new() { ["port"] = 9000 } } } },
                    ["route"] = AppTemplate.Route("recipes", Ref<EnvoyGateway>.To(gateway => gateway.Internal)),
                    ["persistence"] = new() { ["data"] = new() { ["existingClaim"] = Name, ["globalMounts"] = [new() { ["path"] = "/app/data" }] } },
                },
            },
        },
    ];
}
