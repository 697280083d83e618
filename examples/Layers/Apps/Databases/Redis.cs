namespace Layers;

/// <summary>Cache and queue.</summary>
[App<Ns.Databases>, In<Databases>]
[DependsOn<Storage>]
public sealed class Redis() : Service("ghcr.io/cloudpirates-io/helm-charts/redis", "0.16.0")
{
    public const string Host = "redis.databases.svc.cluster.local";

    private Secret Credentials => field ??= Provided(new Secret("redis-credentials"));

    protected override Values ChartValues => new()
    {
        ["fullnameOverride"] = Name,
        ["auth"] = new() { ["existingSecret"] = Credentials.AsName(), ["existingSecretPasswordKey"] = "redis-password" },
        ["persistence"] = new() { ["enabled"] = true, ["size"] = "2Gi", ["storageClass"] = Ref<Storage>.To(storage => storage.Retained).Name },
        ["resources"] = new() { ["requests"] = new() { ["cpu"] = "50m", ["memory"] = "64Mi" }, ["limits"] = new() { ["memory"] = "256Mi" } },
    };

    protected override ManifestList Others => [Files.InTree("credentials.sops.yaml")];
}
