namespace Elysium;

/// <summary>Workspaces to program in, with their database.</summary>
[App<Ns.Coder>, In<Apps>, RunsOn<Kyrion>]
// renovate: datasource=helm registryUrl=https://helm.coder.com/v2 depName=coder
public sealed class Coder() : HelmApp(static charts => charts.Coder, "coder", "2.28.3")
{
    private Secret Login => field ??= Provided(new Secret("coder-db"));

    // renovate: datasource=docker depName=registry-1.docker.io/bitnamicharts/postgresql
    private HelmRelease Database => field ??= Charts.Release(static charts => charts.Bitnami, "postgresql", "18.1.13", "coder-db", new()
    {
        ["image"] = new() { ["repository"] = "bitnamilegacy/postgresql" },
        ["auth"] = new() { ["username"] = "coder", ["database"] = "coder", ["existingSecret"] = Login.AsName() },
        ["primary"] = new() { ["persistence"] = new() { ["size"] = "10Gi" } },
    });

    protected override IReadOnlyList<HelmReleaseDependsOn> DependsOnReleases => [Database];

    protected override Values ChartValues => new()
    {
        ["coder"] = new()
        {
            ["service"] = new() { ["type"] = "ClusterIP" },
            ["env"] =
            [
                new() { ["name"] = "CODER_ACCESS_URL", ["value"] = $"https://coder.{ClusterVars.Domain}" },
                new() { ["name"] = "CODER_PG_CONNECTION_URL", ["valueFrom"] = new() { ["secretKeyRef"] = Login.Key("url") } },
            ],
        },
    };

    protected override ManifestList Others => [Database, Files.InTree("db-sealed-secret.yaml"), Web.Route("coder", Name)];
}
