namespace GitOps;

/// <summary>
/// Where the files of a cluster's tree lie. <see cref="AppsLayout"/> (a folder for each namespace, the default), <see cref="FlatLayout"/> and
/// <see cref="LayersLayout"/> cover what people use; a class of your own can place files elsewhere. All paths are relative to the cluster's tree, with forward
/// slashes and neither a leading nor a trailing one. What an app is, and what the rules say of it, does not depend on the layout.
/// </summary>
public abstract class TreeLayout
{
    /// <summary>The folder that the root Kustomization applies (its <c>spec.path</c>).</summary>
    /// <param name="cluster">The cluster.</param>
    protected internal abstract string RootFolder(FluxCluster cluster);

    /// <summary>
    /// Whether each namespace's kustomization.yaml lists its apps. Otherwise the one of <see cref="RootFolder"/> lists every app and every namespace, and each
    /// Kustomization says its namespace itself.
    /// </summary>
    protected internal abstract bool NamespacesListApps { get; }

    /// <summary>The folder of a namespace: its Namespace, and the objects and components that belong to no app.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="namespace">The namespace's name.</param>
    protected internal abstract string NamespaceFolder(FluxCluster cluster, string @namespace);

    /// <summary>The file of an app's Flux Kustomization. Apps of one file share it.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="app">The app.</param>
    protected internal abstract string KustomizationFile(FluxCluster cluster, AppLocation app);

    /// <summary>The folder of an app's objects (the Kustomization's <c>spec.path</c>). A <see cref="FluxLayer"/> says its own.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="app">The app.</param>
    protected internal abstract string ContentFolder(FluxCluster cluster, AppLocation app);
}

/// <summary>What a layout places: an app, by what its <see cref="AppAttribute{TNamespace}"/> says.</summary>
/// <param name="Name">The Kustomization's name.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Directory">The folder that apps may share.</param>
/// <param name="Folder">The folder below it that holds the objects: <c>app</c> unless said otherwise.</param>
public sealed record AppLocation(string Name, string Namespace, string Directory, string Folder);
