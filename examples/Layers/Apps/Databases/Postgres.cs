namespace Layers;

/// <summary>The relational database of all applications.</summary>
[App<Ns.Databases>, In<Databases>]
[DependsOn<Storage>]
public sealed class Postgres() : Service("ghcr.io/cloudpirates-io/helm-charts/postgres", "0.13.2")
{
    public const string Host = "postgres.databases.svc.cluster.local";

    private Secret Credentials => field ??= Provided(new Secret("postgres-credentials"));

    protected override Values ChartValues => new()
    {
        ["fullnameOverride"] = Name,
        ["auth"] = new() { ["existingSecret"] = Credentials.AsName(), ["secretKeys"] = new() { ["adminPasswordKey"] = "postgres-password" } },
        ["persistence"] = new() { ["enabled"] = true, ["size"] = "20Gi", ["storageClass"] = Ref<Storage>.To(storage => storage.Retained).Name },
        ["resources"] = new() { ["requests"] = new() { ["cpu"] = "100m", ["memory"] = "512Mi" }, ["limits"] = new() { ["memory"] = "1Gi" } },
    };

    protected override ManifestList Others => [Files.InTree("credentials.sops.yaml")];
}
