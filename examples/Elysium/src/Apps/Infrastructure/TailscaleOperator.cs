namespace Elysium;

/// <summary>The private network. Its Pod waits for the Secret <c>operator-oauth</c>, which is sealed and comes a layer later: so this layer waits until it is installed, and no longer.</summary>
[App<Ns.Tailscale>, Provides("tailscale.com"), In<InfraControllers>]
// renovate: datasource=helm registryUrl=https://pkgs.tailscale.com/helmcharts depName=tailscale-operator
public sealed class TailscaleOperator() : HelmApp(static charts => charts.Tailscale, "tailscale-operator", "1.90.6")
{
    protected override bool IsAwaited => true;

    protected override bool WaitsForPods => false;

    protected override Values ChartValues => new()
    {
        ["operatorConfig"] = new() { ["hostname"] = $"{ClusterVars.Cluster}-operator" },
        ["proxyConfig"] = new() { ["defaultProxyClass"] = TailscaleConfig.ProxyClass },
        ["apiServerProxyConfig"] = new() { ["mode"] = "true" },
    };
}
