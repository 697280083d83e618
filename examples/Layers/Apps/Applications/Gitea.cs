namespace Layers;

/// <summary>Repositories of our own.</summary>
[App<Ns.Applications>, In<Applications>]
[DependsOn<Postgres>, DependsOn<Redis>, DependsOn<Storage>]
public sealed class Gitea() : Service("docker.gitea.com/charts/gitea", "12.4.0")
{
    private Secret Credentials => field ??= Provided(new Secret("gitea-credentials"));

    protected override Values ChartValues => new()
    {
        ["gitea"] = new()
        {
            ["admin"] = new() { ["existingSecret"] = Credentials.AsName() },
            ["config"] = new() { ["database"] = new() { ["DB_TYPE"] = "postgres", ["HOST"] = $"{Postgres.Host}:5432", ["NAME"] = Name, ["USER"] = Name } },
            ["additionalConfigFromEnvs"] = [Env("GITEA__DATABASE__PASSWD", "database-password"), Env("GITEA__CACHE__HOST", "cache-url")],
        },
        ["persistence"] = new() { ["size"] = "20Gi", ["storageClass"] = Ref<Storage>.To(storage => storage.Retained).Name },
        ["ingress"] = Web.Ingress("git"),
        ["postgresql-ha"] = new() { ["enabled"] = false },
        ["valkey-cluster"] = new() { ["enabled"] = false },
    };

    protected override ManifestList Others => [Files.InTree("credentials.sops.yaml")];

    private Values Env(string name, string key) => new() { ["name"] = name, ["valueFrom"] = new() { ["secretKeyRef"] = Credentials.Key(key) } };
}
