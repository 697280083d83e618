namespace Elysium;

/// <summary>Old games.</summary>
[App<Ns.Romm>, In<Apps>, RunsOn<Kyrion>]
public sealed class Romm() : OneChartApp("rommapp/romm", "4.4.1", 8080)
{
    private Secret Keys => field ??= Provided(new Secret("romm"));

    protected override Values Volumes => [Volume("library", "/romm/library", "200Gi"), Volume("assets", "/romm/assets", "10Gi")];

    protected override Secret SecretVars => Keys;

    protected override ManifestList Others => [Files.InTree("romm-sealed-secret.yaml"), Tailnet.Ingress("romm", Name)];
}
