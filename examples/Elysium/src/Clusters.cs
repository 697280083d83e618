namespace Elysium;

/// <summary>The cluster at home: everything.</summary>
[Cluster(".")]
public sealed partial class Kyrion : ElysiumCluster;

/// <summary>The small one in another house: the same foundation, and the few apps that do not say otherwise.</summary>
[Cluster(".")]
public sealed partial class Styx : ElysiumCluster;

/// <summary>What both have: the folder <c>clusters/&lt;name&gt;</c> holds their Kustomizations, and Flux synchronises itself from it.</summary>
public abstract class ElysiumCluster : FluxCluster
{
    public override TreeLayout Layout => new LayersLayout();

    public override RootKustomization Root => new()
    {
        Name = "flux-system",
        Directory = $"clusters/{Name}/flux-system",
        Interval = "10m",
        Sync = new GitRepository("flux-system")
        {
            Spec = new() { Interval = "1h", Url = "ssh://git@github.com/example/elysium", Ref = new() { Branch = "main" }, SecretRef = new() { Name = "flux-system" } },
        },
    };

    public override KustomizationDefaults DefaultsFor(FluxApp app) => new() { Interval = "1h", RetryInterval = "5m", Timeout = "10m" };
}
