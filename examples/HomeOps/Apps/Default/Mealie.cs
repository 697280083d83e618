namespace HomeOps;

/// <summary>Recipes. Its users log in through the identity provider themselves, so it needs no forward auth.</summary>
[App<Ns.Default>]
[DependsOn<SecretStores>]
public sealed class Mealie : FluxApp
{
    private ExternalSecret Login => field ??= Akeyless.Secret("mealie", "/default/mealie", new()
    {
        ["OIDC_CLIENT_ID"] = "{{ .CLIENT_ID }}",
        ["OIDC_CLIENT_SECRET"] = "{{ .CLIENT_SECRET }}",
    });

    public override ComponentList Components => [new Cnpg(), new Volsync { Capacity = "2Gi" }];

    public override ManifestList Manifests =>
    [
        Login,
        new AppTemplate("4.1.1")
        {
            Annotations = Pods.Reloaded,
            Container = new()
            {
                Image = new("ghcr.io/mealie-recipes/mealie", "v3.23.1"),
                Env = new()
                {
                    ["TZ"] = ClusterSettings.Timezone,
                    ["BASE_URL"] = $"https://recipes.{ClusterSecrets.SecretDomain}",
                    ["DB_ENGINE"] = "postgres",
                    ["POSTGRES_URL_OVERRIDE"] = Cnpg.ExternalSecretPostgres.Key("url"),
                    ["OIDC_AUTH_ENABLED"] = "true",
                    ["OIDC_CONFIGURATION_URL"] = $"https://auth.{ClusterSecrets.SecretDomain}/application/o/mealie/.well-known/openid-configuration",
                },
                EnvFrom = [Login],
                Probes = AppProbes.Http("/api/app/about"),
                Resources = Pods.Resources("10m", "1Gi"),
                SecurityContext = Pods.Restricted,
            },
            Port = 9000,
            Route = new($"recipes.{ClusterSecrets.SecretDomain}", Ref<EnvoyGateway>.To(gateway => gateway.Internal)),
            Pod = Pods.NasUser,
            Persistence = new() { ["data"] = new ClaimVolume(Volsync.PersistentVolumeClaim) { Mount = "/app/data" } },
        },
    ];
}
