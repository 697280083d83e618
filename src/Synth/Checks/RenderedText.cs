namespace GitOps;

/// <summary>A text that substitution passes over, and the object that it stands in.</summary>
internal readonly record struct RenderedText(TextModel Text, string ApiVersion, string Kind, IReadOnlyList<string> Segments)
{
    /// <summary>It stands in a patch, so that it lands in another object.</summary>
    public bool IsInPatch { get; init; }
}
