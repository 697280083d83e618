namespace Layers;

/// <summary>The cluster: a few Kustomizations in Flux' own folder, and the folders that they apply.</summary>
[Cluster("gitops")]
public sealed partial class Home : FluxCluster
{
    private const string FluxFolder = "flux-system";

    public override TreeLayout Layout => new LayersLayout { Directory = FluxFolder };

    /// <summary>What <c>flux bootstrap</c> makes: the source, and the Kustomization that applies the folder it stands in.</summary>
    public override RootKustomization Root => new()
    {
        Name = "flux-system",
        Directory = FluxFolder,
        Interval = "10m",
        Sync = new GitRepository("flux-system")
        {
            Spec = new() { Interval = "1m", Url = "ssh://git@github.com/example/layers", Ref = new() { Branch = "main" }, SecretRef = new() { Name = "flux-system" } },
        },
    };

    public override KustomizationDefaults DefaultsFor(FluxApp app) => new()
    {
        Interval = "10m",
        RetryInterval = "2m",
        Timeout = "5m",
        Decryption = Sops.Age("sops-age"),
    };
}
