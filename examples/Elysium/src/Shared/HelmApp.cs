using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace Elysium;

/// <summary>One chart and its release; an app adds what else it has.</summary>
/// <param name="repository">Which of the repositories: <c>charts =&gt; charts.Traefik</c>.</param>
/// <param name="chart">The chart in it.</param>
/// <param name="version">Its version.</param>
/// <param name="file">Filled in by the compiler: findings point at the app, not here.</param>
/// <param name="line">Filled in by the compiler.</param>
public abstract class HelmApp(Func<HelmRepositories, HelmRepository> repository, string chart, string version, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : FluxApp
{
    /// <summary>The release.</summary>
    public HelmRelease Release => field ??= Charts.Release(repository, chart, version, null, ChartValues, DependsOnReleases, WaitsForPods, file, line);

    /// <summary>What the chart is told.</summary>
    protected virtual Values? ChartValues => null;

    /// <summary>Releases of the same layer that Helm waits for; across layers <c>[DependsOn]</c> does.</summary>
    protected virtual IReadOnlyList<HelmReleaseDependsOn> DependsOnReleases => [];

    /// <summary>Whether Helm waits until what the chart makes is up. Default: it does. Not where that needs a Secret of a later layer: the kinds are there as soon as the chart is installed.</summary>
    protected virtual bool WaitsForPods => true;

    /// <summary>What the app has besides its chart.</summary>
    protected virtual ManifestList Others => [];

    /// <summary>Whether the layer is ready only when this is. Default: no, an app that fails stops no other.</summary>
    protected virtual bool IsAwaited => false;

    public override IReadOnlyList<HealthCheck> HealthChecks => IsAwaited ? [Release] : [];

    public override ManifestList Manifests => [Release, .. Others];
}
