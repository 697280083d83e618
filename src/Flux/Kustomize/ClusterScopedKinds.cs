namespace GitOps;

/// <summary>The kinds without namespace that kustomize knows. A custom resource, and a kind of Kubernetes that is younger than kustomize's list, counts as one that has a namespace.</summary>
internal static class ClusterScopedKinds
{
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "/ComponentStatus", "/Namespace", "/Node", "/PersistentVolume", "admissionregistration.k8s.io/MutatingWebhookConfiguration",
        "admissionregistration.k8s.io/ValidatingWebhookConfiguration", "apiextensions.k8s.io/CustomResourceDefinition", "certificates.k8s.io/CertificateSigningRequest",
        "networking.k8s.io/IngressClass", "node.k8s.io/RuntimeClass", "policy/PodSecurityPolicy", "rbac.authorization.k8s.io/ClusterRole", "rbac.authorization.k8s.io/ClusterRoleBinding",
        "scheduling.k8s.io/PriorityClass", "storage.k8s.io/CSIDriver", "storage.k8s.io/CSINode", "storage.k8s.io/StorageClass", "storage.k8s.io/VolumeAttachment",
    };

    public static bool Has(string group, string kind) => Kinds.Contains(group + "/" + kind);
}
