namespace HomeOps;

/// <summary>The two ways in: one for the LAN, one for what the tunnel brings. Routes of any app refer to them.</summary>
[App<Ns.Network>(Folder = "gateways")]
[DependsOn<EnvoyGatewayOperator>, DependsOn<Certificates>, DependsOn<LoadBalancerPool>]
public sealed class EnvoyGateway : FluxApp
{
    public Gateway Internal => field ??= Entrance("envoy-internal", "internal", ClusterSettings.GatewayInternalIp);

    public Gateway External => field ??= Entrance("envoy-external", "external", ClusterSettings.GatewayExternalIp);

    private EnvoyProxy Proxy => field ??= new("envoy")
    {
        Spec = new()
        {
            Logging = new() { Level = new() { ["default"] = "info" } },
            Provider = new()
            {
                Type = "Kubernetes",
                Kubernetes = new()
                {
                    EnvoyDeployment = new()
                    {
                        Replicas = 2,
                        Container = new() { Resources = new() { Requests = new() { ["cpu"] = "100m" }, Limits = new() { ["memory"] = "1Gi" } } },
                    },
                    EnvoyService = new() { ExternalTrafficPolicy = "Local" },
                },
            },
            Shutdown = new() { DrainTimeout = "3m" },
        },
    };

    private GatewayClass Class => field ??= new("envoy")
    {
        Spec = new() { ControllerName = "gateway.envoyproxy.io/gatewayclass-controller", ParametersRef = Proxy },
    };

    public override bool? Wait => true;

    public override ManifestList Manifests =>
    [
        Proxy,
        Class,
        Internal,
        External,
        new ClientTrafficPolicy("envoy")
        {
            Spec = new()
            {
                TargetSelectors = [new() { Group = "gateway.networking.k8s.io", Kind = "Gateway" }],
                Http3 = new(),
                Tls = new() { MinVersion = "1.2", AlpnProtocols = ["h2", "http/1.1"] },
                ClientIPDetection = new() { XForwardedFor = new() { NumTrustedHops = 1 } },
            },
        },
        new BackendTrafficPolicy("envoy")
        {
            Spec = new()
            {
                TargetSelectors = [new() { Group = "gateway.networking.k8s.io", Kind = "Gateway" }],
                Compression = [new() { Type = "Brotli" }, new() { Type = "Gzip" }],
                Timeout = new() { Http = new() { RequestTimeout = "0s" } },
            },
        },
        new HTTPRoute("https-redirect")
        {
            Metadata = new() { Annotations = new() { ["external-dns.alpha.kubernetes.io/controller"] = "none" } },
            Spec = new()
            {
                ParentRefs = [Internal.AsParentRef("http"), External.AsParentRef("http")],
                Rules = [new() { Filters = [new() { Type = "RequestRedirect", RequestRedirect = new() { Scheme = "https", StatusCode = 301 } }] }],
            },
        },
    ];

    private static Gateway Entrance(string name, string host, string address) => new(name)
    {
        Metadata = new() { Annotations = new() { ["external-dns.alpha.kubernetes.io/target"] = $"{host}.{ClusterSecrets.SecretDomain}" } },
        Spec = new()
        {
            GatewayClassName = "envoy",
            Infrastructure = new()
            {
                Annotations = new()
                {
                    ["external-dns.alpha.kubernetes.io/hostname"] = $"{host}.{ClusterSecrets.SecretDomain}",
                    ["lbipam.cilium.io/ips"] = address,
                },
            },
            Listeners =
            [
                new() { Name = "http", Protocol = "HTTP", Port = 80, AllowedRoutes = new() { Namespaces = new() { From = "Same" } } },
                new()
                {
                    Name = "https",
                    Protocol = "HTTPS",
                    Port = 443,
                    AllowedRoutes = new() { Namespaces = new() { From = "All" } },
                    Tls = new() { CertificateRefs = [new() { Kind = "Secret", Name = Certificates.SecretName }] },
                },
            ],
        },
    };
}
