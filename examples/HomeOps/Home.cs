namespace HomeOps;

/// <summary>The cluster. The generator fills in every class with [App]; every app may use the variables of both sources.</summary>
[Cluster("kubernetes")]
[SubstituteFrom<ClusterSettings>, SubstituteFrom<ClusterSecrets>]
public sealed partial class Home : FluxCluster
{
    public override RootKustomization Root => new()
    {
        HelmReleaseDefaults = new()
        {
            ["maxHistory"] = 2,
            ["install"] = new() { ["crds"] = "CreateReplace", ["strategy"] = new() { ["name"] = "RetryOnFailure" } },
            ["upgrade"] = new() { ["crds"] = "CreateReplace", ["cleanupOnFail"] = true, ["remediation"] = new() { ["retries"] = 2, ["remediateLastFailure"] = true } },
            ["uninstall"] = new() { ["keepHistory"] = false },
        },
    };

    public override TreeStyle Style => new()
    {
        SchemaUrl = subject => subject.Group.Contains('.', StringComparison.Ordinal)
            ? $"https://raw.githubusercontent.com/datreeio/CRDs-catalog/main/{subject.Group}/{subject.Kind.ToLowerInvariant()}_{subject.Version}.json"
            : null,
    };

    public override KustomizationDefaults DefaultsFor(FluxApp app) => new()
    {
        Interval = "1h",
        RetryInterval = "2m",
        Timeout = "15m",
        Prune = true,
        Decryption = Sops.Age("sops-age"),
        DeletionPolicy = DeletionPolicy.WaitForTermination,
    };
}
