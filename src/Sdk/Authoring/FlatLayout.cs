namespace GitOps;

/// <summary>
/// All apps side by side, whatever their namespace: <c>apps/&lt;directory&gt;/{ks.yaml,app/…}</c>, listed by <c>apps/kustomization.yaml</c>; what namespaces hold
/// lies in <c>apps/namespaces/&lt;namespace&gt;</c>.
/// </summary>
public sealed class FlatLayout : TreeLayout
{
    /// <summary>The folder that holds the apps. Default: <c>apps</c>.</summary>
    public string Directory { get; init; } = "apps";

    /// <inheritdoc/>
    protected internal override bool NamespacesListApps => false;

    /// <inheritdoc/>
    protected internal override string RootFolder(FluxCluster cluster) => Directory;

    /// <inheritdoc/>
    protected internal override string NamespaceFolder(FluxCluster cluster, string @namespace) => $"{Directory}/namespaces/{@namespace}";

    /// <inheritdoc/>
    protected internal override string KustomizationFile(FluxCluster cluster, AppLocation app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return $"{Directory}/{app.Directory}/ks.yaml";
    }

    /// <inheritdoc/>
    protected internal override string ContentFolder(FluxCluster cluster, AppLocation app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return $"{Directory}/{app.Directory}/{app.Folder}";
    }
}
