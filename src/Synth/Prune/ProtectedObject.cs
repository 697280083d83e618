namespace GitOps;

/// <summary>An object whose deletion cannot be undone: a volume, a database, a namespace or a CRD with everything in it.</summary>
internal sealed record ProtectedObject(string Kind, string? Namespace, string Name, FindingPlace Place)
{
    public string Address => Namespace is null ? $"{Kind}/{Name}" : $"{Namespace}/{Kind}/{Name}";

    /// <summary>Whether bytes could hold one: a cheap look before YAML is read.</summary>
    public static bool MayBeIn(ReadOnlySpan<byte> content) =>
        content.IndexOf("PersistentVolumeClaim"u8) >= 0 || content.IndexOf("postgresql.cnpg.io"u8) >= 0
        || content.IndexOf("Namespace"u8) >= 0 || content.IndexOf("CustomResourceDefinition"u8) >= 0;

    /// <summary>Reads a document; <see langword="null"/> when its object may go, or Flux is told never to prune it.</summary>
    public static ProtectedObject? From(YamlMapping document, string file)
    {
        var kind = document.Text("kind");
        var apiVersion = document.Text("apiVersion") ?? "";
        var isProtected = kind switch
        {
            "PersistentVolumeClaim" or "Namespace" => apiVersion == "v1",
            "CustomResourceDefinition" => apiVersion.StartsWith("apiextensions.k8s.io/", StringComparison.Ordinal),
            "Cluster" => apiVersion.StartsWith("postgresql.cnpg.io/", StringComparison.Ordinal),
            _ => false,
        };
        if (!isProtected || document["metadata"] is not YamlMapping metadata || IsNeverPruned(metadata)) return null;
        return new ProtectedObject(kind!, metadata.Text("namespace"), metadata.Text("name") ?? "", new FindingPlace(file, document.Start.Line));
    }

    private static bool IsNeverPruned(YamlMapping metadata) => IsDisabled(metadata["annotations"]) || IsDisabled(metadata["labels"]);

    // Flux compares this marker without case.
    private static bool IsDisabled(YamlNode? marks) =>
        string.Equals((marks as YamlMapping)?.Text("kustomize.toolkit.fluxcd.io/prune"), "disabled", StringComparison.OrdinalIgnoreCase);
}
