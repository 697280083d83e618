namespace GitOps;

/// <summary>One Kubernetes object inside a planned file, and the C# line that it comes from.</summary>
/// <param name="Namespace">The namespace in which it lands, or <see langword="null"/> for an object of the cluster.</param>
internal sealed record PlannedObject(string ApiVersion, string Kind, string? Namespace, string Name, FindingPlace? Place = null)
{
    /// <summary>The app that builds it, or <see langword="null"/> for an object of a namespace, a component or the root.</summary>
    public FluxApp? Owner { get; init; }

    /// <summary>The object as people name it: <c>media/HelmRelease/sonarr</c>, or <c>Namespace/media</c> for one of the cluster.</summary>
    public string Address => Namespace is null ? $"{Kind}/{Name}" : $"{Namespace}/{Kind}/{Name}";
}
