namespace GitOps;

/// <summary>Whether a version says one thing for good.</summary>
internal static class PinnedVersion
{
    /// <summary>A chart's version that stands for one chart only. <c>1.2</c>, <c>1.x</c> and <c>&gt;=1.0.0</c> are ranges (Masterminds/semver).</summary>
    public static bool IsExact(string version)
    {
        var text = version.Trim();
        if (text.StartsWith("v", StringComparison.Ordinal) || text.StartsWith("=", StringComparison.Ordinal))
            text = text.Substring(1).Trim();
        var end = text.IndexOfAny(['-', '+']);
        var parts = (end < 0 ? text : text.Substring(0, end)).Split('.');
        return parts.Length == 3 && parts.All(static part => part.Length > 0 && part.All(static digit => digit is >= '0' and <= '9')) && text.IndexOfAny([' ', ',', '|', '*']) < 0;
    }

    /// <summary>The tag of an image that moves on by itself, or <see langword="null"/>: <c>latest</c>, and none at all, which means it. A digest wins over both.</summary>
    public static string? MovingTag(string image)
    {
        if (image.Length == 0 || image.IndexOf('@') >= 0 || SubstitutionText.MayHoldExpressions(image) || image.IndexOf("{{", StringComparison.Ordinal) >= 0)
            return null;
        var tag = image.IndexOf(':', image.LastIndexOf('/') + 1) is var colon and >= 0 ? image.Substring(colon + 1) : "";
        return tag is "" or "latest" ? tag : null;
    }
}
