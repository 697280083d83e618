namespace Elysium;

/// <summary>The way in for everybody, with the features of Traefik Hub. Their licence is the sealed Secret <c>traefik-hub</c>, which comes a layer later: this one waits until the chart is installed, and no longer.</summary>
[App<Ns.Traefik>, Provides("traefik.io"), In<InfraControllers>]
// renovate: datasource=helm registryUrl=https://traefik.github.io/charts depName=traefik
public sealed class Traefik() : HelmApp(static charts => charts.Traefik, "traefik", "37.4.0")
{
    private Secret Licence => field ??= Provided(new Secret("traefik-hub"));

    protected override bool IsAwaited => true;

    protected override bool WaitsForPods => false;

    protected override Values ChartValues => new()
    {
        ["image"] = new() { ["registry"] = "ghcr.io", ["repository"] = "traefik/traefik-hub", ["tag"] = ((Values)"v3.18.1").WithComment("renovate: datasource=docker depName=ghcr.io/traefik/traefik-hub") },
        ["hub"] = new() { ["token"] = Licence.AsName(), ["apimanagement"] = new() { ["enabled"] = true } },
        ["deployment"] = new() { ["replicas"] = 1 },
        ["ingressRoute"] = new() { ["dashboard"] = new() { ["enabled"] = false } },
        ["ports"] = new() { ["web"] = new() { ["http"] = new() { ["redirections"] = new() { ["entryPoint"] = new() { ["to"] = "websecure", ["scheme"] = "https" } } } } },
        ["service"] = new() { ["spec"] = new() { ["loadBalancerIP"] = ClusterVars.LoadBalancerIp, ["externalTrafficPolicy"] = "Local" } },
    };
}
