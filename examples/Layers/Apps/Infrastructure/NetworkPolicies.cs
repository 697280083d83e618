namespace Layers;

/// <summary>Only applications talk to databases. It comes first: no database was ever open to all.</summary>
[App<Ns.Databases>, In<Infrastructure>]
public sealed class NetworkPolicies : FluxApp
{
    public override ManifestList Manifests =>
    [
        new NetworkPolicy("deny-ingress") { Spec = new() { PodSelector = new(), PolicyTypes = ["Ingress"] } },
        Allow("applications-to-postgres", 5432),
        Allow("applications-to-redis", 6379),
    ];

    private static NetworkPolicy Allow(string name, int port) => new(name)
    {
        Spec = new()
        {
            PodSelector = new(),
            PolicyTypes = ["Ingress"],
            Ingress =
            [
                new()
                {
                    From = [new() { NamespaceSelector = new() { MatchLabels = new() { ["kubernetes.io/metadata.name"] = "applications" } } }],
                    Ports = [new() { Port = port, Protocol = "TCP" }],
                },
            ],
        },
    };
}
