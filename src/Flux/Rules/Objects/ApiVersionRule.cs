namespace GitOps;

/// <summary>An API version that Kubernetes or Flux no longer serves.</summary>
internal static class ApiVersionRule
{
    public const string Id = RuleIds.ApiVersionGone;
    public const string Title = "An API version that is no longer served";
    public const string Message = "{0} of '{1}' is no longer served{2}; {3}";

    /// <summary>Removed with this version of Kubernetes or Flux, and what took its place: <c>*</c> for every kind of the group and version.</summary>
    private static readonly (string ApiVersion, string Kinds, string By, string? Successor)[] Gone =
    [
        ("extensions/v1beta1", "DaemonSet Deployment ReplicaSet", "Kubernetes since 1.16", "apps/v1"),
        ("extensions/v1beta1", "NetworkPolicy", "Kubernetes since 1.16", "networking.k8s.io/v1"),
        ("extensions/v1beta1", "Ingress", "Kubernetes since 1.22", "networking.k8s.io/v1"),
        ("extensions/v1beta1", "PodSecurityPolicy", "Kubernetes since 1.16", null),
        ("apps/v1beta1", "*", "Kubernetes since 1.16", "apps/v1"),
        ("apps/v1beta2", "*", "Kubernetes since 1.16", "apps/v1"),
        ("admissionregistration.k8s.io/v1beta1", "MutatingWebhookConfiguration ValidatingWebhookConfiguration", "Kubernetes since 1.22", "admissionregistration.k8s.io/v1"),
        ("apiextensions.k8s.io/v1beta1", "*", "Kubernetes since 1.22", "apiextensions.k8s.io/v1"),
        ("apiregistration.k8s.io/v1beta1", "*", "Kubernetes since 1.22", "apiregistration.k8s.io/v1"),
        ("authentication.k8s.io/v1beta1", "TokenReview", "Kubernetes since 1.22", "authentication.k8s.io/v1"),
        ("authorization.k8s.io/v1beta1", "*", "Kubernetes since 1.22", "authorization.k8s.io/v1"),
        ("certificates.k8s.io/v1beta1", "CertificateSigningRequest", "Kubernetes since 1.22", "certificates.k8s.io/v1"),
        ("coordination.k8s.io/v1beta1", "Lease", "Kubernetes since 1.22", "coordination.k8s.io/v1"),
        ("networking.k8s.io/v1beta1", "Ingress IngressClass", "Kubernetes since 1.22", "networking.k8s.io/v1"),
        ("rbac.authorization.k8s.io/v1alpha1", "*", "Kubernetes since 1.22", "rbac.authorization.k8s.io/v1"),
        ("rbac.authorization.k8s.io/v1beta1", "*", "Kubernetes since 1.22", "rbac.authorization.k8s.io/v1"),
        ("scheduling.k8s.io/v1alpha1", "PriorityClass", "Kubernetes since 1.22", "scheduling.k8s.io/v1"),
        ("scheduling.k8s.io/v1beta1", "PriorityClass", "Kubernetes since 1.22", "scheduling.k8s.io/v1"),
        ("storage.k8s.io/v1beta1", "CSIDriver CSINode StorageClass VolumeAttachment", "Kubernetes since 1.22", "storage.k8s.io/v1"),
        ("storage.k8s.io/v1beta1", "CSIStorageCapacity", "Kubernetes since 1.27", "storage.k8s.io/v1"),
        ("batch/v1beta1", "CronJob", "Kubernetes since 1.25", "batch/v1"),
        ("batch/v2alpha1", "CronJob", "Kubernetes since 1.21", "batch/v1"),
        ("discovery.k8s.io/v1beta1", "EndpointSlice", "Kubernetes since 1.25", "discovery.k8s.io/v1"),
        ("events.k8s.io/v1beta1", "Event", "Kubernetes since 1.25", "events.k8s.io/v1"),
        ("autoscaling/v2beta1", "HorizontalPodAutoscaler", "Kubernetes since 1.25", "autoscaling/v2"),
        ("autoscaling/v2beta2", "HorizontalPodAutoscaler", "Kubernetes since 1.26", "autoscaling/v2"),
        ("policy/v1beta1", "PodDisruptionBudget", "Kubernetes since 1.25", "policy/v1"),
        ("policy/v1beta1", "PodSecurityPolicy", "Kubernetes since 1.25", null),
        ("node.k8s.io/v1beta1", "RuntimeClass", "Kubernetes since 1.25", "node.k8s.io/v1"),
        ("flowcontrol.apiserver.k8s.io/v1beta1", "*", "Kubernetes since 1.26", "flowcontrol.apiserver.k8s.io/v1"),
        ("flowcontrol.apiserver.k8s.io/v1beta2", "*", "Kubernetes since 1.29", "flowcontrol.apiserver.k8s.io/v1"),
        ("flowcontrol.apiserver.k8s.io/v1beta3", "*", "Kubernetes since 1.32", "flowcontrol.apiserver.k8s.io/v1"),
        ("kustomize.toolkit.fluxcd.io/v1beta1", "*", "Flux", "kustomize.toolkit.fluxcd.io/v1"),
        ("kustomize.toolkit.fluxcd.io/v1beta2", "*", "Flux", "kustomize.toolkit.fluxcd.io/v1"),
        ("source.toolkit.fluxcd.io/v1beta1", "*", "Flux", "source.toolkit.fluxcd.io/v1"),
        ("source.toolkit.fluxcd.io/v1beta2", "*", "Flux", "source.toolkit.fluxcd.io/v1"),
        ("helm.toolkit.fluxcd.io/v2beta1", "*", "Flux", "helm.toolkit.fluxcd.io/v2"),
        ("helm.toolkit.fluxcd.io/v2beta2", "*", "Flux", "helm.toolkit.fluxcd.io/v2"),
        ("notification.toolkit.fluxcd.io/v1beta1", "Receiver", "Flux", "notification.toolkit.fluxcd.io/v1"),
        ("notification.toolkit.fluxcd.io/v1beta2", "Receiver", "Flux", "notification.toolkit.fluxcd.io/v1"),
        ("notification.toolkit.fluxcd.io/v1beta3", "Receiver", "Flux", "notification.toolkit.fluxcd.io/v1"),
        ("notification.toolkit.fluxcd.io/v1beta1", "Alert Provider", "Flux", "notification.toolkit.fluxcd.io/v1beta3"),
        ("notification.toolkit.fluxcd.io/v1beta2", "Alert Provider", "Flux", "notification.toolkit.fluxcd.io/v1beta3"),
        ("notification.toolkit.fluxcd.io/v1", "Alert Provider", "", "notification.toolkit.fluxcd.io/v1beta3"),
        ("image.toolkit.fluxcd.io/v1alpha1", "*", "Flux", "image.toolkit.fluxcd.io/v1"),
        ("image.toolkit.fluxcd.io/v1alpha2", "*", "Flux", "image.toolkit.fluxcd.io/v1"),
        ("image.toolkit.fluxcd.io/v1beta1", "*", "Flux", "image.toolkit.fluxcd.io/v1"),
        ("image.toolkit.fluxcd.io/v1beta2", "*", "Flux", "image.toolkit.fluxcd.io/v1"),
    ];

    /// <summary>Every version of the table, for a test.</summary>
    public static IEnumerable<(string ApiVersion, string Kinds, string? Successor)> Table => Gone.Select(static row => (row.ApiVersion, row.Kinds, row.Successor));

    public static Finding? Check(DataValue value, SchemaSet schemas, Func<object?, FindingPlace?> placeOf)
    {
        if (value.TextOf("apiVersion") is not { } apiVersion || value.TextOf("kind") is not { } kind)
            return null;
        // A version that is known is served: the user's own CRD may still have it.
        if (schemas.Find(apiVersion, kind) is not null)
            return null;
        var place = placeOf(value["apiVersion"]!.Origin);
        foreach (var (gone, kinds, by, successor) in Gone)
            if (gone == apiVersion && (kinds == "*" || kinds.Split(' ').Contains(kind)))
                return Error(place, kind, apiVersion, by.Length == 0 ? "" : $" by {by}", successor);
        // The user's CRD says what the cluster has: another version of the kind is there, this one is not.
        return schemas.OwnVersions(apiVersion, kind) is { Count: > 0 } served ? Error(place, kind, apiVersion, " by the CustomResourceDefinition of this repository", served[0]) : null;
    }

    private static Finding Error(FindingPlace? place, string kind, string apiVersion, string by, string? successor) =>
        RuleMessage.Error(Id, place, Message, kind, apiVersion, by, successor is null ? "nothing took its place" : $"write '{successor}'") with { FieldPath = "apiVersion", Suggestion = successor };
}
