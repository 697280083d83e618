namespace HomeOps;

/// <summary>Envoy Gateway's controller. It brings the kinds that EnvoyGateway needs, so it is a Kustomization of its own.</summary>
[App<Ns.Network>(Directory = "envoy-gateway"), Provides("gateway.networking.k8s.io", "gateway.envoyproxy.io")]
public sealed class EnvoyGatewayOperator : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("mirror.gcr.io/envoyproxy/gateway-helm", "1.9.0");

    public override bool? Wait => true;

    public override ManifestList Manifests =>
    [
        Chart,
        new HelmRelease
        {
            Spec = new()
            {
                Interval = "1h",
                ChartRef = Chart,
                Values = new()
                {
                    ["config"] = new()
                    {
                        ["envoyGateway"] = new()
                        {
                            ["provider"] = new() { ["type"] = "Kubernetes", ["kubernetes"] = new() { ["deploy"] = new() { ["type"] = "GatewayNamespace" } } },
                            ["extensionApis"] = new() { ["enableBackend"] = true },
                        },
                    },
                },
            },
        },
    ];
}
