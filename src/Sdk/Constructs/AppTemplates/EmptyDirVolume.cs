namespace GitOps;

/// <summary>A folder that lives as long as the Pod.</summary>
public sealed class EmptyDirVolume : AppVolume
{
    /// <summary><c>Memory</c> for a folder in memory. Default: on the node's disk.</summary>
    public string? Medium { get; init; }

    /// <summary>How much it may hold. Default: no limit.</summary>
    public Quantity? SizeLimit { get; init; }

    private protected override Values Source(Construct whose) => new Values { ["type"] = "emptyDir" }.Set("medium", Medium).Set("sizeLimit", SizeLimit?.Text);
}
