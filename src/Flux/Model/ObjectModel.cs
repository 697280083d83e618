namespace GitOps;

/// <summary>An object that a Kustomization builds.</summary>
/// <param name="Group">Its API group, empty for the core.</param>
/// <param name="Namespace">Its effective namespace, empty for a cluster-scoped one.</param>
internal sealed record ObjectModel(string Group, string Kind, string Namespace, string Name, FindingPlace? Place = null)
{
    public override string ToString() => Namespace.Length == 0 ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";
}
