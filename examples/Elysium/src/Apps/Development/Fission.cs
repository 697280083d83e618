namespace Elysium;

/// <summary>Functions without a server; what they are is deployed from <c>functions/</c> by GitHub Actions, not from here.</summary>
[App<Ns.Fission>, In<Apps>, RunsOn<Kyrion>]
// renovate: datasource=helm registryUrl=https://fission.github.io/fission-charts depName=fission-all
public sealed class Fission() : HelmApp(static charts => charts.Fission, "fission-all", "1.21.0")
{
    protected override Values ChartValues => new() { ["routerServiceType"] = "ClusterIP", ["defaultNamespace"] = "default", ["analytics"] = false };

    protected override ManifestList Others => [Tailnet.Ingress("fission", "router")];
}
