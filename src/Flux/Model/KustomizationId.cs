namespace GitOps;

/// <summary>What names a Flux Kustomization: its effective namespace and its name. Ordered by namespace, then name.</summary>
internal readonly record struct KustomizationId(string Namespace, string Name) : IComparable<KustomizationId>
{
    public int CompareTo(KustomizationId other)
    {
        var byNamespace = string.CompareOrdinal(Namespace, other.Namespace);
        return byNamespace != 0 ? byNamespace : string.CompareOrdinal(Name, other.Name);
    }

    public override string ToString() => $"{Namespace}/{Name}";
}
