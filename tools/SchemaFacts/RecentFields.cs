namespace GitOps.SchemaFacts;

/// <summary>
/// Fields that core types got after Kubernetes 1.18: CRDs made with an older version lack them, and hold the same type nevertheless.
/// </summary>
internal static class RecentFields
{
    private static readonly Dictionary<string, string[]> All = new(StringComparer.Ordinal)
    {
        ["Container"] = ["resizePolicy", "restartPolicy", "restartPolicyRules", "startupProbe"],
        ["EphemeralContainer"] = ["resizePolicy", "restartPolicy", "restartPolicyRules", "startupProbe"],
        ["EnvVarSource"] = ["fileKeyRef"],
        ["Lifecycle"] = ["stopSignal"],
        ["LifecycleHandler"] = ["sleep"],
        ["Probe"] = ["grpc", "terminationGracePeriodSeconds"],
        ["ResourceRequirements"] = ["claims"],
        ["ResourceClaim"] = ["request"],
        ["SecurityContext"] = ["appArmorProfile", "seccompProfile"],
        ["PodSecurityContext"] = ["appArmorProfile", "seccompProfile", "supplementalGroupsPolicy", "seLinuxChangePolicy", "fsGroupChangePolicy"],
        ["WindowsSecurityContextOptions"] = ["hostProcess"],
        ["PodAffinityTerm"] = ["matchLabelKeys", "mismatchLabelKeys", "namespaceSelector"],
        ["TopologySpreadConstraint"] = ["minDomains", "matchLabelKeys", "nodeAffinityPolicy", "nodeTaintsPolicy"],
        ["VolumeMount"] = ["recursiveReadOnly"],
        ["Volume"] = ["ephemeral", "image"],
        ["VolumeProjection"] = ["clusterTrustBundle", "podCertificate"],
        ["PodCertificateProjection"] = ["userAnnotations"],
        ["PersistentVolumeClaimSpec"] = ["dataSourceRef", "volumeAttributesClassName"],
        ["TypedObjectReference"] = ["namespace"],
        ["ServicePort"] = ["appProtocol"],
        ["ServiceSpec"] = ["allocateLoadBalancerNodePorts", "clusterIPs", "internalTrafficPolicy", "ipFamilies", "ipFamilyPolicy", "loadBalancerClass", "trafficDistribution"],
        ["PodSpec"] = ["hostUsers", "hostnameOverride", "os", "resourceClaims", "resources", "schedulingGates", "setHostnameAsFQDN", "workloadRef", "ephemeralContainers", "schedulingGroup"],
    };

    public static bool Contains(SchemaShape shape, SchemaField field) => All.TryGetValue(shape.Name.Name, out var fields) && fields.Contains(field.Name);
}
