namespace Elysium;

/// <summary>The forum. Its image is built at home with the plugins that we want, and lies in our own registry, which asks for a login; database and queue are releases of their own.</summary>
[App<Ns.Discourse>, In<Apps>, RunsOn<Kyrion>]
public sealed class Discourse() : OneChartApp("arkham.docker.local/discourse", "3.5.2", 80)
{
    private Secret Keys => field ??= Provided(new Secret("discourse"));

    private Secret Login => field ??= Provided(new Secret("arkham-registry"));

    // renovate: datasource=docker depName=registry-1.docker.io/bitnamicharts/postgresql
    private HelmRelease Database => field ??= Charts.Release(static charts => charts.Bitnami, "postgresql", "18.1.13", "discourse-db", new()
    {
        ["image"] = new() { ["repository"] = "bitnamilegacy/postgresql" },
        ["auth"] = new() { ["username"] = "discourse", ["database"] = "discourse", ["existingSecret"] = Keys.AsName() },
        ["primary"] = new() { ["persistence"] = new() { ["size"] = "20Gi" } },
    });

    // renovate: datasource=docker depName=registry-1.docker.io/bitnamicharts/redis
    private HelmRelease Redis => field ??= Charts.Release(static charts => charts.Bitnami, "redis", "23.2.12", "discourse-redis", new()
    {
        ["image"] = new() { ["repository"] = "bitnamilegacy/redis" },
        ["architecture"] = "standalone",
        ["auth"] = new() { ["existingSecret"] = Keys.AsName(), ["existingSecretPasswordKey"] = "redis-password" },
    });

    protected override IReadOnlyList<HelmReleaseDependsOn> DependsOnReleases => [Database, Redis];

    protected override string Health => "/srv/status";

    protected override Quantity Memory => "2Gi";

    protected override Secret SecretVars => Keys;

    protected override Secret PullSecret => Login;

    protected override Values Vars => new()
    {
        ["DISCOURSE_HOSTNAME"] = $"forum.{ClusterVars.Domain}",
        ["DISCOURSE_DB_HOST"] = "discourse-db-postgresql",
        ["DISCOURSE_REDIS_HOST"] = "discourse-redis-master",
    };

    protected override ManifestList Others => [Database, Redis, Files.InTree("discourse-sealed-secret.yaml"), Web.Route("forum", Name)];
}
