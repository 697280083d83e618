namespace GitOps;

/// <summary>API groups that the reader must tell apart.</summary>
internal static class FluxKinds
{
    public const string KustomizeGroup = "kustomize.toolkit.fluxcd.io";
    public const string HelmGroup = "helm.toolkit.fluxcd.io";
    public const string SourceGroup = "source.toolkit.fluxcd.io";
    public const string SourceExtensionsGroup = "source.extensions.fluxcd.io";
    public const string ImageGroup = "image.toolkit.fluxcd.io";
    public const string OperatorGroup = "fluxcd.controlplane.io";

    private static readonly HashSet<string> Core = new(StringComparer.Ordinal)
    {
        "", "admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io", "apps", "authentication.k8s.io", "authorization.k8s.io", "autoscaling", "batch",
        "certificates.k8s.io", "coordination.k8s.io", "discovery.k8s.io", "events.k8s.io", "flowcontrol.apiserver.k8s.io", "networking.k8s.io", "node.k8s.io", "policy",
        "rbac.authorization.k8s.io", "resource.k8s.io", "scheduling.k8s.io", "storage.k8s.io",
    };

    /// <summary>A group of Kubernetes itself, whose schema kustomize knows.</summary>
    public static bool IsCore(string group) => Core.Contains(group);

    public static bool IsFluxKustomization(this KustomizeObject item) => item is { Kind: "Kustomization", Group: KustomizeGroup };
}
