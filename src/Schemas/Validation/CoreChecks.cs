namespace GitOps;

/// <summary>
/// What Kubernetes checks of its own kinds in Go and says in no schema: the values of its enums, the ranges of numbers, and fields that the schema calls required though
/// their zero does as well. Only what has been so for years and cannot be otherwise: kubernetes, pkg/apis/*/validation.
/// </summary>
internal static class CoreChecks
{
    /// <summary>The C# namespace of the core kinds.</summary>
    public const string Namespace = "GitOps.Models.Kubernetes";

    private static readonly Dictionary<string, string[]> ValuesOf = new(StringComparer.Ordinal)
    {
        ["AppArmorProfile.type"] = ["Localhost", "RuntimeDefault", "Unconfined"],
        ["Container.imagePullPolicy"] = ["Always", "IfNotPresent", "Never"],
        ["Container.terminationMessagePolicy"] = ["FallbackToLogsOnError", "File"],
        ["ContainerPort.protocol"] = ["SCTP", "TCP", "UDP"],
        ["CronJobSpec.concurrencyPolicy"] = ["Allow", "Forbid", "Replace"],
        ["DaemonSetUpdateStrategy.type"] = ["OnDelete", "RollingUpdate"],
        ["DeploymentStrategy.type"] = ["Recreate", "RollingUpdate"],
        ["HPAScalingPolicy.type"] = ["Percent", "Pods"],
        ["HPAScalingRules.selectPolicy"] = ["Disabled", "Max", "Min"],
        ["HTTPGetAction.scheme"] = ["HTTP", "HTTPS"],
        ["HTTPIngressPath.pathType"] = ["Exact", "ImplementationSpecific", "Prefix"],
        ["HostPathVolumeSource.type"] = ["", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket"],
        ["JobSpec.completionMode"] = ["Indexed", "NonIndexed"],
        ["JobSpec.podReplacementPolicy"] = ["Failed", "TerminatingOrFailed"],
        ["LabelSelectorRequirement.operator"] = ["DoesNotExist", "Exists", "In", "NotIn"],
        ["MetricTarget.type"] = ["AverageValue", "Utilization", "Value"],
        ["NetworkPolicyPort.protocol"] = ["SCTP", "TCP", "UDP"],
        ["NetworkPolicySpec.policyTypes"] = ["Egress", "Ingress"],
        ["NodeSelectorRequirement.operator"] = ["DoesNotExist", "Exists", "Gt", "In", "Lt", "NotIn"],
        ["PersistentVolumeClaimSpec.accessModes"] = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"],
        ["PersistentVolumeClaimSpec.volumeMode"] = ["Block", "Filesystem"],
        ["PersistentVolumeSpec.accessModes"] = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"],
        ["PersistentVolumeSpec.persistentVolumeReclaimPolicy"] = ["Delete", "Recycle", "Retain"],
        ["PersistentVolumeSpec.volumeMode"] = ["Block", "Filesystem"],
        ["PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy"] = ["AlwaysAllow", "IfHealthyBudget"],
        ["PodSecurityContext.fsGroupChangePolicy"] = ["Always", "OnRootMismatch"],
        ["PodSpec.dnsPolicy"] = ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"],
        ["PodSpec.preemptionPolicy"] = ["Never", "PreemptLowerPriority"],
        ["PodSpec.restartPolicy"] = ["Always", "Never", "OnFailure"],
        ["PriorityClass.preemptionPolicy"] = ["Never", "PreemptLowerPriority"],
        ["RoleRef.kind"] = ["ClusterRole", "Role"],
        ["SeccompProfile.type"] = ["Localhost", "RuntimeDefault", "Unconfined"],
        ["ServicePort.protocol"] = ["SCTP", "TCP", "UDP"],
        ["ServiceSpec.externalTrafficPolicy"] = ["Cluster", "Local"],
        ["ServiceSpec.internalTrafficPolicy"] = ["Cluster", "Local"],
        ["ServiceSpec.ipFamilies"] = ["IPv4", "IPv6"],
        ["ServiceSpec.ipFamilyPolicy"] = ["PreferDualStack", "RequireDualStack", "SingleStack"],
        ["ServiceSpec.sessionAffinity"] = ["ClientIP", "None"],
        ["ServiceSpec.type"] = ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"],
        ["StatefulSetSpec.podManagementPolicy"] = ["OrderedReady", "Parallel"],
        ["StatefulSetUpdateStrategy.type"] = ["OnDelete", "RollingUpdate"],
        ["StorageClass.reclaimPolicy"] = ["Delete", "Retain"],
        ["StorageClass.volumeBindingMode"] = ["Immediate", "WaitForFirstConsumer"],
        ["Subject.kind"] = ["Group", "ServiceAccount", "User"],
        ["Toleration.effect"] = ["", "NoExecute", "NoSchedule", "PreferNoSchedule"],
        ["Toleration.operator"] = ["", "Equal", "Exists", "Gt", "Lt"],
        ["TopologySpreadConstraint.nodeAffinityPolicy"] = ["Honor", "Ignore"],
        ["TopologySpreadConstraint.nodeTaintsPolicy"] = ["Honor", "Ignore"],
        ["TopologySpreadConstraint.whenUnsatisfiable"] = ["DoNotSchedule", "ScheduleAnyway"],
        ["VolumeMount.mountPropagation"] = ["Bidirectional", "HostToContainer", "None"],
    };

    private static readonly Dictionary<string, (long Least, long Most)> RangeOf = new(StringComparer.Ordinal)
    {
        ["ConfigMapVolumeSource.defaultMode"] = (0, 511),
        ["ContainerPort.containerPort"] = (1, 65535),
        ["ContainerPort.hostPort"] = (0, 65535),
        ["CronJobSpec.failedJobsHistoryLimit"] = (0, int.MaxValue),
        ["CronJobSpec.successfulJobsHistoryLimit"] = (0, int.MaxValue),
        ["DeploymentSpec.minReadySeconds"] = (0, int.MaxValue),
        ["DeploymentSpec.replicas"] = (0, int.MaxValue),
        ["DeploymentSpec.revisionHistoryLimit"] = (0, int.MaxValue),
        ["DownwardAPIVolumeFile.mode"] = (0, 511),
        ["DownwardAPIVolumeSource.defaultMode"] = (0, 511),
        ["GRPCAction.port"] = (1, 65535),
        ["HorizontalPodAutoscalerSpec.maxReplicas"] = (1, int.MaxValue),
        ["HorizontalPodAutoscalerSpec.minReplicas"] = (0, int.MaxValue),
        ["JobSpec.backoffLimit"] = (0, int.MaxValue),
        ["JobSpec.completions"] = (0, int.MaxValue),
        ["JobSpec.parallelism"] = (0, int.MaxValue),
        ["JobSpec.ttlSecondsAfterFinished"] = (0, int.MaxValue),
        ["KeyToPath.mode"] = (0, 511),
        ["PreferredSchedulingTerm.weight"] = (1, 100),
        ["Probe.failureThreshold"] = (0, int.MaxValue),
        ["Probe.initialDelaySeconds"] = (0, int.MaxValue),
        ["Probe.periodSeconds"] = (0, int.MaxValue),
        ["Probe.successThreshold"] = (0, int.MaxValue),
        ["Probe.timeoutSeconds"] = (0, int.MaxValue),
        ["ProjectedVolumeSource.defaultMode"] = (0, 511),
        ["SecretVolumeSource.defaultMode"] = (0, 511),
        ["ServiceBackendPort.number"] = (0, 65535),
        ["ServicePort.nodePort"] = (0, 65535),
        ["ServicePort.port"] = (1, 65535),
        ["StatefulSetSpec.replicas"] = (0, int.MaxValue),
        ["TopologySpreadConstraint.maxSkew"] = (1, int.MaxValue),
        ["WeightedPodAffinityTerm.weight"] = (1, 100),
    };

    /// <summary>Required by the schema, and nobody minds the zero that Go reads instead.</summary>
    private static readonly HashSet<string> Optional = new(StringComparer.Ordinal) { "HTTPHeader.value", "ISCSIPersistentVolumeSource.lun", "ISCSIVolumeSource.lun", "SleepAction.seconds", "Sysctl.value" };

    /// <summary>All <c>Type.field</c> of the tables, so that a test can hold them against the schemas.</summary>
    public static IEnumerable<string> All => ValuesOf.Keys.Concat(RangeOf.Keys).Concat(Optional);

    public static bool IsOptional(SchemaTypeName shape, string field) => shape.Namespace == Namespace && Optional.Contains($"{shape.Name}.{field}");

    /// <summary>The values that a field of a core kind (or each item of its list) may have; null when all may be.</summary>
    public static IReadOnlyList<string>? Values(SchemaTypeName shape, string field) =>
        shape.Namespace == Namespace && ValuesOf.TryGetValue($"{(shape.Name == "EphemeralContainer" ? "Container" : shape.Name)}.{field}", out var values) ? values : null;

    public static (long Least, long Most)? Range(SchemaTypeName shape, string field) =>
        shape.Namespace == Namespace && RangeOf.TryGetValue($"{shape.Name}.{field}", out var range) ? range : null;
}
