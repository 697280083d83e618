namespace GitOps;

/// <summary>Where Flux gets the tree from.</summary>
/// <param name="Kind">GitRepository, OCIRepository, Bucket or ExternalArtifact.</param>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">Its namespace.</param>
public sealed record SourceReference(string Kind = "GitRepository", string Name = "flux-system", string Namespace = "flux-system");
