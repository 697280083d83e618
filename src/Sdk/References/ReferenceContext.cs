namespace GitOps;

/// <summary>Where a reference is being written: names are resolved, and edges between apps counted, against it.</summary>
internal sealed class ReferenceContext
{
    /// <summary>The namespace of the object that holds the reference, or <see langword="null"/> when unknown.</summary>
    public string? Namespace { get; set; }

    /// <summary>The app that holds the reference.</summary>
    public FluxApp? App { get; set; }

    /// <summary>Called for each object that is referred to, with its app; without the object where a component brings it.</summary>
    public Action<FluxApp?, KubernetesObject?>? Referred { get; set; }
}
