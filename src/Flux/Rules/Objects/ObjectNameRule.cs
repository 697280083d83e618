namespace GitOps;

/// <summary>A name that Kubernetes rejects.</summary>
internal static class ObjectNameRule
{
    public const string Id = RuleIds.ObjectName;
    public const string Title = "A name that Kubernetes rejects";
    public const string Message = "'{0}' cannot be the name of a {1}: it {2}";

    private const int MaxCronJob = 52;
    private const string GiveAnother = "; give another with [App<…>(Name = \"…\")]";

    /// <summary>The name of an app's Kustomization. Flux writes it into a label of every object (kustomize-controller, the owner's name).</summary>
    public static Finding? OfApp(string name, FindingPlace? place = null) =>
        KubernetesNames.SubdomainFault(name) is { } fault ? RuleMessage.Error(Id, place, Message, name, "Kustomization", fault + GiveAnother)
        : name.Length > KubernetesNames.MaxLabel
            ? RuleMessage.Error(Id, place, Message, name, "Kustomization", $"is longer than {KubernetesNames.MaxLabel} characters, and Flux writes it into a label of every object{GiveAnother}")
        : null;

    /// <summary>What is wrong with a kind's name, or <see langword="null"/>. Custom resources and most core kinds take a DNS subdomain; kubernetes, ValidateNameFunc of each kind.</summary>
    public static string? Fault(string kind, string name, bool isCore) => !isCore ? KubernetesNames.SubdomainFault(name) : kind switch
    {
        // kustomize's namespace transformer gives it its name.
        "Namespace" => name == "_" ? null : KubernetesNames.LabelFault(name),
        "Service" => KubernetesNames.LabelFault(name),
        "Role" or "RoleBinding" or "ClusterRole" or "ClusterRoleBinding" => SegmentFault(name),
        "CronJob" when name.Length > MaxCronJob => $"has {name.Length} characters, {MaxCronJob} are the most, for its Jobs add 11",
        _ => KubernetesNames.SubdomainFault(name),
    };

    /// <summary>A name that need only fit into a URL.</summary>
    private static string? SegmentFault(string name) =>
        name is "" or "." or ".." ? "is empty, '.' or '..'" : name.IndexOf('/') >= 0 ? "holds '/'" : name.IndexOf('%') >= 0 ? "holds '%'" : null;
}
