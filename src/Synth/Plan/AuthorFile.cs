namespace GitOps;

/// <summary>A file of the author's that the plan names (<c>Files.InTree</c>, a hand-written ks.yaml): it must be there, and is never written or deleted.</summary>
internal sealed record AuthorFile(string Path, FindingPlace? Place = null);
