namespace GitOps;

/// <summary>What Kubernetes says to the name of an object.</summary>
internal static class ObjectNames
{
    /// <summary>What is wrong with a name, or <see langword="null"/>.</summary>
    public static string? Fault(string apiVersion, string kind, string name)
    {
        // What a variable makes of it is known only when it is substituted.
        if (name.Contains("${", StringComparison.Ordinal))
            return null;
        // Path segments: 'system:node' is a good name there (apimachinery, validation/path).
        if (apiVersion.StartsWith("rbac.authorization.k8s.io/", StringComparison.Ordinal))
            return name.Length == 0 ? "is empty" : name is "." or ".." || name.AsSpan().IndexOfAny('/', '%') >= 0 ? "holds '/' or '%', or is '.' or '..'" : null;
        return (apiVersion, kind) switch
        {
            ("v1", "Service") => KubernetesNames.ServiceFault(name),
            ("v1", "Namespace") => KubernetesNames.LabelFault(name),
            _ => KubernetesNames.SubdomainFault(name),
        };
    }
}
