namespace Elysium;

/// <summary>Chat with models of several makers. Its database is a release of its own, which Helm waits for.</summary>
[App<Ns.Ai>(Name = "librechat", Directory = "ai/librechat"), In<Apps>, RunsOn<Kyrion>]
public sealed class LibreChat() : OneChartApp("ghcr.io/danny-avila/librechat", "v0.8.1", 3080)
{
    // renovate: datasource=docker depName=registry-1.docker.io/bitnamicharts/mongodb
    private HelmRelease MongoDb => field ??= Charts.Release(static charts => charts.Bitnami, "mongodb", "18.1.1", "librechat-mongodb", new()
    {
        ["image"] = new() { ["repository"] = "bitnamilegacy/mongodb" },
        ["auth"] = new() { ["enabled"] = true, ["existingSecret"] = Keys.AsName() },
        ["persistence"] = new() { ["size"] = "10Gi" },
    });

    private Secret Keys => field ??= Provided(new Secret("librechat-keys"));

    protected override IReadOnlyList<HelmReleaseDependsOn> DependsOnReleases => [MongoDb];

    protected override Secret SecretVars => Keys;

    protected override ManifestList Others => [MongoDb, Files.InTree("keys-sealed-secret.yaml"), Tailnet.Ingress("librechat", Name)];
}
