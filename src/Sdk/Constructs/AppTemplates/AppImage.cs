namespace GitOps;

/// <summary>A container image. Renovate finds the tag by the comment that stands above it in the tree.</summary>
/// <param name="Repository">Registry and name: <c>ghcr.io/home-operations/sonarr</c>.</param>
/// <param name="Tag">The version. A digest stands behind it, <c>1.2.3@sha256:…</c>: the chart puts both behind the name as they are.</param>
public sealed record AppImage(string Repository, string Tag)
{
    /// <summary>When the image is pulled: <c>Always</c>, <c>IfNotPresent</c> or <c>Never</c>. Default: Kubernetes' own.</summary>
    public string? PullPolicy { get; init; }

    internal Values ToValues()
    {
        var values = new Values
        {
            ["repository"] = Repository,
            ["tag"] = ((Values)Tag).WithComment($"renovate: datasource=docker depName={Repository}"),
        };
        return values.Set("pullPolicy", PullPolicy);
    }
}
