namespace GitOps;

/// <summary>Where objects of a kind live.</summary>
internal enum SchemaScope
{
    Namespaced,
    Cluster,

    /// <summary>Not an object in the cluster, as kustomize's own kinds.</summary>
    File,
}
