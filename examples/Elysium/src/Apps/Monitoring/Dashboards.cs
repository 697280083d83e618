namespace Elysium;

/// <summary>Dashboards as files; Grafana finds them by their label.</summary>
[App<Ns.Monitoring>, In<MonitoringConfigs>]
[DependsOn<KubePrometheusStack>]
public sealed class Dashboards : FluxApp
{
    public override ManifestList Manifests =>
    [
        // Literal: the file is full of ${…} that Grafana itself fills in.
        new ConfigMapGenerator("flux-dashboard") { Literal = true, Labels = new() { ["grafana_dashboard"] = "1" }, Files = [Files.Beside("resources/flux.json")] },
    ];
}
