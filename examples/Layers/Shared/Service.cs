using System.Runtime.CompilerServices;

namespace Layers;

/// <summary>
/// A chart and its release, which the layer waits for. Most services are nothing more, so a class of three lines adds one; what else a service has, it overrides.
/// </summary>
/// <param name="chart">The chart in its OCI registry: <c>ghcr.io/owner/charts/name</c>.</param>
/// <param name="version">Its version; Renovate finds it by the comment in the tree.</param>
/// <param name="file">Filled in by the compiler: findings point at the service, not here.</param>
/// <param name="line">Filled in by the compiler.</param>
public abstract class Service(string chart, string version, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : FluxApp
{
    private OCIRepository Chart => field ??= new(null, file, line)
    {
        Spec = new()
        {
            Interval = "1h",
            Url = $"oci://{chart}",
            LayerSelector = new() { MediaType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip", Operation = "copy" },
            Ref = new() { Tag = version, Comments = new() { ["tag"] = $"renovate: datasource=docker depName={chart}" } },
        },
    };

    /// <summary>The release, for others to refer to.</summary>
    public HelmRelease Release => field ??= new(null, file, line)
    {
        Spec = new()
        {
            Interval = "10m",
            ChartRef = Chart,
            Install = new() { Remediation = new() { Retries = 3 } },
            Upgrade = new() { Remediation = new() { Retries = 3 } },
            Values = ChartValues,
        },
    };

    /// <summary>What the chart is told. Default: nothing.</summary>
    protected virtual Values? ChartValues => null;

    /// <summary>What belongs to the service besides its chart, such as a Secret that lies encrypted in the tree. Default: nothing.</summary>
    protected virtual ManifestList Others => [];

    public override IReadOnlyList<HealthCheck> HealthChecks => [Release];

    public override ManifestList Manifests => [Chart, .. Others, Release];
}
