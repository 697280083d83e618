namespace GitOps;

/// <summary>
/// A namespace of the cluster. Namespaces are nested in one class, <c>Ns</c>, so an app and its namespace never clash:
/// <code>
/// public static class Ns
/// {
///     public sealed class Media : FluxNamespace;
/// }
/// </code>
/// </summary>
public abstract class FluxNamespace
{
    private NamespaceRegistration? registration;

    /// <summary>The namespace's name: the class's, in Kubernetes' spelling, unless overridden with a constant.</summary>
    /// <exception cref="InvalidOperationException">Asked before the tree is made, for a class that is no namespace of any app.</exception>
    public string Name => (registration ?? throw new InvalidOperationException($"{GetType().Name} is not part of a tree that is being made.")).Name;

    /// <summary>Components for everything in the namespace's kustomization.yaml, such as a shared Secret or alerts.</summary>
    public virtual ComponentList Components => [];

    /// <summary>Objects of the namespace that belong to no app.</summary>
    public virtual ManifestList Manifests => [];

    /// <summary>Labels of the Namespace object, such as Pod Security levels.</summary>
    public virtual Map<string> Labels => [];

    /// <summary>Annotations of the Namespace object.</summary>
    public virtual Map<string> Annotations => [];

    /// <summary>Whether synth writes namespace.yaml; turn it off for one that something else creates. Default: it does.</summary>
    public virtual bool WriteNamespace => true;

    /// <summary>
    /// Whether Flux deletes the Namespace when it disappears from the tree. Default: no (<c>kustomize.toolkit.fluxcd.io/prune: disabled</c>), for its
    /// deletion takes everything in it along.
    /// </summary>
    public virtual bool Prune => false;

    /// <summary>More of the namespace's kustomization.yaml. Its namespace is always this one.</summary>
    public virtual KustomizeOptions Kustomize => KustomizeOptions.None;

    internal NamespaceRegistration Registration => registration!;

    /// <summary>The manifests, evaluated once: two reads would make two sets of objects.</summary>
    internal ManifestList ManifestsOnce => field ??= Manifests;

    /// <summary>The components, evaluated once.</summary>
    internal ComponentList ComponentsOnce => field ??= Components;

    internal ObjectOwner Owner => field ??= new(null, Name, Name, null, $"namespace '{Name}'");

    internal void Attach(NamespaceRegistration found) => registration = found;
}
