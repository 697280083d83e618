namespace Elysium;

/// <summary>Images built at home: <c>arkham.docker.local</c>.</summary>
[App<Ns.Registry>, In<Apps>, RunsOn<Kyrion>]
public sealed class Registry() : OneChartApp("registry", "3.0.0", 5000) // renovate: datasource=docker depName=registry
{
    protected override Values Volumes => [Volume("images", "/var/lib/registry", "50Gi")];

    protected override ManifestList Others => [Tailnet.Ingress("registry", Name)];
}
