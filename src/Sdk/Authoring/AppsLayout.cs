namespace GitOps;

/// <summary>A folder for each namespace: <c>apps/&lt;namespace&gt;/&lt;directory&gt;/{ks.yaml,app/…}</c>, as home-ops repositories have it. The default.</summary>
public sealed class AppsLayout : TreeLayout
{
    /// <summary>The folder that holds the namespaces. Default: <c>apps</c>.</summary>
    public string Directory { get; init; } = "apps";

    /// <inheritdoc/>
    protected internal override bool NamespacesListApps => true;

    /// <inheritdoc/>
    protected internal override string RootFolder(FluxCluster cluster) => Directory;

    /// <inheritdoc/>
    protected internal override string NamespaceFolder(FluxCluster cluster, string @namespace) => $"{Directory}/{@namespace}";

    /// <inheritdoc/>
    protected internal override string KustomizationFile(FluxCluster cluster, AppLocation app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return $"{Directory}/{app.Namespace}/{app.Directory}/ks.yaml";
    }

    /// <inheritdoc/>
    protected internal override string ContentFolder(FluxCluster cluster, AppLocation app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return $"{Directory}/{app.Namespace}/{app.Directory}/{app.Folder}";
    }
}
