namespace GitOps.SchemaFacts;

/// <summary>A project whose kinds the SDK ships: where its CRDs lie, where its types live, where its reference is.</summary>
/// <param name="Name">The last word of its C# namespace.</param>
/// <param name="Kinds">The kinds to ship; empty for all.</param>
internal sealed record Project(string Name, string Reference, string[] Folders, params string[] Kinds)
{
    public string Namespace => "GitOps.Models." + Name;

    /// <summary>The file of the types that several groups or versions share.</summary>
    public string SharedFile => Name.ToLowerInvariant() + "_shared";

    /// <summary>Other projects hold its types inside their own CRDs.</summary>
    public bool Lends { get; init; }

    public static IReadOnlyList<Project> All { get; } =
    [
        new("FluxCD", "https://fluxcd.io/flux/components/", ["flux"]),
        new("CloudNativePG", "https://cloudnative-pg.io/docs/current/cloudnative-pg.v1", ["cnpg", "barman-cloud"]),
        new("GatewayApi", "https://gateway-api.sigs.k8s.io/reference/spec/", ["gateway-api"]) { Lends = true },
        new("EnvoyGateway", "https://gateway.envoyproxy.io/docs/api/extension_types/", ["envoy-gateway"]),
        new("VolSync", "https://volsync.readthedocs.io/en/stable/usage/index.html", ["volsync"]),
        new("ExternalSecrets", "https://external-secrets.io/latest/api/spec/", ["external-secrets"],
            "ExternalSecret", "ClusterExternalSecret", "PushSecret", "SecretStore", "ClusterSecretStore"),
        new("SealedSecrets", "https://github.com/bitnami-labs/sealed-secrets", ["sealed-secrets"], "SealedSecret"),
        new("CertManager", "https://cert-manager.io/docs/reference/api-docs/", ["cert-manager"], "Certificate", "Issuer", "ClusterIssuer"),
        new("Keda", "https://keda.sh/docs/latest/reference/", ["keda"], "ScaledObject", "TriggerAuthentication", "ClusterTriggerAuthentication"),
        new("DragonflyDb", "https://www.dragonflydb.io/docs/managing-dragonfly/operator/dragonfly-configuration", ["dragonfly"], "Dragonfly"),
    ];

    public static string Docs(string csharpNamespace) => csharpNamespace == CoreFacts.Namespace
        ? "https://kubernetes.io/docs/reference/kubernetes-api/"
        : All.First(project => project.Namespace == csharpNamespace).Reference;
}
