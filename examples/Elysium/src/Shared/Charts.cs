using System.Runtime.CompilerServices;

namespace Elysium;

/// <summary>Releases of charts, all with the same patience. Who names a version says above it where Renovate looks for newer ones.</summary>
internal static class Charts
{
    public static HelmRelease Release(
        Func<HelmRepositories, HelmRepository> repository, string chart, string version, string? name, Values? values, IReadOnlyList<HelmReleaseDependsOn>? dependsOn = null, bool waits = true,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => new(name, file, line)
        {
            Spec = new()
            {
                Interval = "1h",
                Timeout = "10m",
                Chart = new()
                {
                    Spec = new()
                    {
                        Chart = chart,
                        Version = version,
                        SourceRef = Ref<HelmRepositories>.To(repository, file, line),
                    },
                },
                DependsOn = dependsOn is { Count: > 0 } ? [.. dependsOn] : null,
                Install = new() { Crds = "CreateReplace", DisableWait = waits ? null : true, Remediation = new() { Retries = 3 } },
                Upgrade = new() { Crds = "CreateReplace", DisableWait = waits ? null : true, Remediation = new() { Retries = 3, RemediateLastFailure = true } },
                Values = values,
            },
        };
}
