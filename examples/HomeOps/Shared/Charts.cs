using System.Runtime.CompilerServices;

namespace HomeOps;

/// <summary>Where charts come from. Renovate finds the tag by the comment above it.</summary>
internal static class Charts
{
    /// <summary>A chart in an OCI registry: <c>ghcr.io/owner/charts/name</c>.</summary>
    public static OCIRepository Oci(string chart, string tag, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => new(null, file, line)
    {
        Spec = new()
        {
            Interval = "15m",
            Url = $"oci://{chart}",
            LayerSelector = new() { MediaType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip", Operation = "copy" },
            Ref = new() { Tag = tag, Comments = new() { ["tag"] = $"renovate: datasource=docker depName={chart}" } },
        },
    };
}
