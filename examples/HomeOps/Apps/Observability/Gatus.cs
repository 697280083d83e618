namespace HomeOps;

/// <summary>The status page. Its database is on the cluster that all share, made by the operator.</summary>
[App<Ns.Observability>]
[DependsOn<SecretStores>]
public sealed class Gatus : FluxApp
{
    private ExternalSecret Pushover => field ??= Akeyless.Secret("gatus", "/observability/gatus", new()
    {
        ["PUSHOVER_TOKEN"] = "{{ .PUSHOVER_TOKEN }}",
        ["PUSHOVER_USER"] = "{{ .PUSHOVER_USER }}",
    });

    private PostgresDatabase Database => field ??= new(
        Ref<CnpgCluster>.To(cnpg => cnpg.Postgres.Cluster), PostgresPassword.In(Ref<SecretStores>.To(stores => stores.Akeyless), "/database/users/gatus", refreshInterval: "12h"));

    // Literal: the file is full of ${…} that Gatus itself fills in.
    private ConfigMapGenerator Config => field ??= new("gatus-config") { Literal = true, KeyedFiles = new() { ["config.yaml"] = Files.Beside("resources/gatus.yaml") } };

    public override ManifestList Manifests =>
    [
        Pushover,
        Database,
        Config,
        new AppTemplate("4.1.1")
        {
            Annotations = Pods.Reloaded,
            Container = new()
            {
                Image = new("ghcr.io/twin/gatus", "v5.35.0"),
                Env = new() { ["TZ"] = ClusterSettings.Timezone, ["DATABASE_URL"] = Database.Login.Uri },
                EnvFrom = [Pushover],
                Probes = AppProbes.Http("/health"),
                Resources = Pods.Resources("10m", "256Mi"),
                SecurityContext = Pods.Restricted,
            },
            Port = 8080,
            Route = new($"status.{ClusterSecrets.SecretDomain}", Ref<EnvoyGateway>.To(gateway => gateway.External)),
            Pod = Pods.NasUser,
            Persistence = new() { ["config"] = new ConfigMapVolume(Config) { Mount = "/config" } },
            Values = Pods.Measured(),
        },
    ];
}
