namespace Elysium;

/// <summary>Metrics of machines behind other people's firewalls: they call in, Prometheus asks here.</summary>
[App<Ns.Monitoring>(Name = "pushprox"), In<MonitoringControllers>]
public sealed class PushProx() : OneChartApp("prometheuscommunity/pushprox", "v0.2.0", 8080)
{
    protected override ManifestList Others => [Tailnet.Ingress("pushprox", Name)];
}
