namespace GitOps;

/// <summary>
/// Few Kustomizations in one folder of Flux's own, <c>clusters/&lt;cluster&gt;/&lt;directory&gt;.yaml</c>, that apply folders elsewhere in the repository: each
/// <see cref="FluxLayer"/> says which. An app without a layer has its objects in <c>&lt;directory&gt;</c> below the tree.
/// </summary>
public sealed class LayersLayout : TreeLayout
{
    /// <summary>The folder of the Kustomizations. Default: <c>clusters/&lt;name of the cluster&gt;</c>.</summary>
    public string? Directory { get; init; }

    /// <inheritdoc/>
    protected internal override bool NamespacesListApps => false;

    /// <inheritdoc/>
    protected internal override string RootFolder(FluxCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return Directory ?? $"clusters/{cluster.Name}";
    }

    /// <inheritdoc/>
    protected internal override string NamespaceFolder(FluxCluster cluster, string @namespace) => $"{RootFolder(cluster)}/namespaces/{@namespace}";

    /// <inheritdoc/>
    protected internal override string KustomizationFile(FluxCluster cluster, AppLocation app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return $"{RootFolder(cluster)}/{app.Directory}.yaml";
    }

    /// <inheritdoc/>
    protected internal override string ContentFolder(FluxCluster cluster, AppLocation app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.Directory;
    }
}
