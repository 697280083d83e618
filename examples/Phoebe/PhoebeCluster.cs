namespace Phoebe;

/// <summary>The cluster. Its one root Kustomization is kubernetes/flux/cluster/ks.yaml.</summary>
[Cluster("kubernetes")]
public sealed partial class PhoebeCluster : FluxCluster
{
    public override RootKustomization Root => new()
    {
        HelmReleaseDefaults = new()
        {
            ["timeout"] = "10m",
            ["install"] = new() { ["crds"] = "CreateReplace", ["strategy"] = new() { ["name"] = "RetryOnFailure" } },
            ["upgrade"] = new() { ["crds"] = "CreateReplace", ["cleanupOnFail"] = true, ["remediation"] = new() { ["retries"] = 2, ["remediateLastFailure"] = true } },
        },
    };

    public override KustomizationDefaults DefaultsFor(FluxApp app) => new() { Interval = "1h", RetryInterval = "2m", Timeout = "5m", Decryption = Sops.Age("sops-age") };
}

public static class Ns
{
    public sealed class CertManager : PhoebeNamespace;

    public sealed class Database : PhoebeNamespace;

    public sealed class Default : PhoebeNamespace;

    public sealed class Dev : PhoebeNamespace;

    public sealed class ExternalSecrets : PhoebeNamespace;

    public sealed class Storage : PhoebeNamespace;
}

/// <summary>What every namespace has: the key that decrypts, and the chart that most apps use.</summary>
public abstract class PhoebeNamespace : FluxNamespace
{
    public override ComponentList Components => [new Common()];
}

// The components emit Kustomizations of their own, which wait for what they need. What the app itself needs of them before it is applied is said here.

[DependsOn<DatabaseStore>]
partial class Postgres;
