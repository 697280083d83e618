namespace Elysium;

/// <summary>How hosts of the tailnet are run, and names in it looked up.</summary>
[App<Ns.Tailscale>, In<InfraConfigs>]
[DependsOn<TailscaleOperator>]
public sealed class TailscaleConfig : FluxApp
{
    public const string ProxyClass = "ts-default-proxy-class";

    public override ManifestList Manifests =>
    [
        new Manifest("tailscale.com/v1alpha1", "ProxyClass", ProxyClass)
        {
            ["spec"] = new()
            {
                ["statefulSet"] = new() { ["pod"] = new() { ["tailscaleContainer"] = new() { ["resources"] = new() { ["requests"] = new() { ["cpu"] = "10m" }, ["limits"] = new() { ["memory"] = "128Mi" } } } } },
                ["metrics"] = new() { ["enable"] = true },
            },
        },
        new Manifest("tailscale.com/v1alpha1", "DNSConfig", "ts-dns")
        {
            ["spec"] = new()
            {
                ["nameserver"] = new() { ["image"] = new() { ["repo"] = "tailscale/k8s-nameserver", ["tag"] = ((Values)"v1.90.6").WithComment("renovate: datasource=docker depName=tailscale/k8s-nameserver") } },
            },
        },
    ];
}
