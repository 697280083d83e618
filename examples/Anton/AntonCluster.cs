namespace Anton;

/// <summary>The cluster: first the sources of all charts (<see cref="ClusterMeta"/>), then the apps.</summary>
[Cluster("kubernetes")]
public sealed partial class AntonCluster : FluxCluster
{
    public override RootKustomization Root => new()
    {
        HelmReleaseDefaults = new()
        {
            ["install"] = new() { ["crds"] = "CreateReplace", ["remediation"] = new() { ["retries"] = 3 } },
            ["upgrade"] = new() { ["crds"] = "CreateReplace", ["cleanupOnFail"] = true, ["remediation"] = new() { ["retries"] = 3, ["remediateLastFailure"] = true } },
        },
    };

    // The bootstrap installs these kinds before Flux; and no container goes without a limit.
    public override ClusterRules Rules => new() { BootstrappedGroups = ["monitoring.coreos.com"], RequireLimits = true };

    public override KustomizationDefaults DefaultsFor(FluxApp app) => new()
    {
        Interval = Tiers.Standard.Interval,
        RetryInterval = "2m",
        Timeout = "10m",
        Decryption = Sops.Age("sops-age"),
    };
}

/// <summary>How closely Flux watches an app: what others stand on every five minutes, what many use every quarter of an hour, the rest by the hour.</summary>
public static class Tiers
{
    public static Tier Critical { get; } = new("critical", "5m");

    public static Tier Core { get; } = new("core", "15m");

    public static Tier Standard { get; } = new("standard", "1h") { Minimum = "30m" };
}
