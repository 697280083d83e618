namespace GitOps;

/// <summary>A container image without a tag, or with <c>latest</c>.</summary>
internal static class UnpinnedImageRule
{
    public const string Id = RuleIds.UnpinnedImage;
    public const string Title = "An image is not pinned";
    public const string Message = "the image '{0}' {1}, so what runs changes without a commit, and two Pods may run two versions; give it a tag or a digest";

    /// <summary>Of one image, without a place.</summary>
    public static Finding? Of(string image) =>
        PinnedVersion.MovingTag(image) is { } tag ? RuleMessage.Warning(Id, null, Message, image, tag.Length == 0 ? "has no tag, which means 'latest'" : "has the tag 'latest'") : null;

    /// <summary>What a map of Helm values says of an image: a chart that has a default is not known here, so only what is written counts.</summary>
    /// <param name="textOf">The text of a field, or <see langword="null"/>.</param>
    public static (Finding Finding, string Field)? InValues(Func<string, string?> textOf)
    {
        if (textOf("tag") == "latest" && textOf("repository") is { Length: > 0 } repository && textOf("digest") is not { Length: > 0 })
            return (RuleMessage.Warning(Id, null, Message, $"{repository}:latest", "has the tag 'latest'"), "tag");
        return textOf("image") is { } image && image.EndsWith(":latest", StringComparison.Ordinal) && Of(image) is { } finding ? (finding, "image") : null;
    }
}
