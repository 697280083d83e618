namespace GitOps;

/// <summary>A text in which CustomResourceDefinitions are looked for.</summary>
/// <param name="Name">Where it comes from, as messages name it: a path or a URL as the user gave it, or a command.</param>
/// <param name="Text">The text.</param>
internal sealed record CrdSource(string Name, string Text)
{
    /// <summary>It is what an API server holds, with fields that are the server's own.</summary>
    public bool IsFromCluster { get; init; }
}
