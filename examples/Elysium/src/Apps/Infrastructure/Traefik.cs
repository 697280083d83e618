namespace Elysium;

/// <summary>The way in for everybody.</summary>
[App<Ns.Traefik>, In<InfraControllers>]
// renovate: datasource=helm registryUrl=https://traefik.github.io/charts depName=traefik
public sealed class Traefik() : HelmApp(static charts => charts.Traefik, "traefik", "37.4.0")
{
    protected override bool IsAwaited => true;

    protected override Values ChartValues => new()
    {
        ["deployment"] = new() { ["replicas"] = 1 },
        ["ingressRoute"] = new() { ["dashboard"] = new() { ["enabled"] = false } },
        ["ports"] = new() { ["web"] = new() { ["http"] = new() { ["redirections"] = new() { ["entryPoint"] = new() { ["to"] = "websecure", ["scheme"] = "https" } } } } },
        ["service"] = new() { ["spec"] = new() { ["loadBalancerIP"] = ClusterVars.LoadBalancerIp, ["externalTrafficPolicy"] = "Local" } },
    };
}
