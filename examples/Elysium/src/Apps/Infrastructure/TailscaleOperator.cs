namespace Elysium;

/// <summary>The private network. It waits for the Secret <c>operator-oauth</c>, which is sealed and comes a layer later: so this layer must not wait for it.</summary>
[App<Ns.Tailscale>, In<InfraControllers>]
// renovate: datasource=helm registryUrl=https://pkgs.tailscale.com/helmcharts depName=tailscale-operator
public sealed class TailscaleOperator() : HelmApp(static charts => charts.Tailscale, "tailscale-operator", "1.90.6")
{
    protected override Values ChartValues => new()
    {
        ["operatorConfig"] = new() { ["hostname"] = $"{ClusterVars.Cluster}-operator" },
        ["proxyConfig"] = new() { ["defaultProxyClass"] = TailscaleConfig.ProxyClass },
        ["apiServerProxyConfig"] = new() { ["mode"] = "true" },
    };
}
