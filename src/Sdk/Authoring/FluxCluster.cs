using System.ComponentModel;

namespace GitOps;

/// <summary>
/// A cluster: the apps of the project, and what they share. A partial class with <see cref="ClusterAttribute"/>; the generator fills in the apps.
/// </summary>
public abstract class FluxCluster
{
    /// <summary>Where the tree lies below the repository's root; filled in by the generator from <see cref="ClusterAttribute"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract string TreePath { get; }

    /// <summary>The apps of the project, ordered by namespace and name; filled in by the generator.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract IReadOnlyList<AppRegistration> Registrations { get; }

    /// <summary>The namespaces that are written though no app lives in them; filled in by the generator from <see cref="NamespaceAttribute{TNamespace}"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual IReadOnlyList<NamespaceRegistration> Namespaces => [];

    /// <summary>The C# file of the cluster, relative to its project; filled in by the generator.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract string SourceFile { get; }

    /// <summary>The cluster's name, for paths and for what apps say of it. Default: the class's name in Kubernetes' spelling.</summary>
    public virtual string Name => KubernetesNames.FromClassName(GetType().Name);

    /// <summary>Where the files lie. Default: <see cref="AppsLayout"/>.</summary>
    public virtual TreeLayout Layout => new AppsLayout();

    /// <summary>Where Flux gets the tree from. Default: the GitRepository <c>flux-system</c> in <c>flux-system</c>.</summary>
    public virtual SourceReference Source => new();

    /// <summary>The Kustomization that applies the tree; <see langword="null"/>: the author keeps their own. Default: <c>cluster-apps</c>.</summary>
    public virtual RootKustomization? Root => new();

    /// <summary>What stands around the objects in the files.</summary>
    public virtual TreeStyle Style => new();

    /// <summary>What the cluster asks of its apps beyond what holds for all.</summary>
    public virtual ClusterRules Rules => new();

    /// <summary>What holds for an app unless it says otherwise.</summary>
    /// <param name="app">The app.</param>
    public virtual KustomizationDefaults DefaultsFor(FluxApp app) => new();
}
