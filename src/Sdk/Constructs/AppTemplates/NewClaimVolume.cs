namespace GitOps;

/// <summary>A PersistentVolumeClaim that the chart makes. It is deleted with the release unless <see cref="Retain"/> is set.</summary>
/// <param name="size">How much it holds: <c>5Gi</c>.</param>
public sealed class NewClaimVolume(Quantity size) : AppVolume
{
    /// <summary>Who may mount it. Default: one node, for reading and writing.</summary>
    public string AccessMode { get; init; } = "ReadWriteOnce";

    /// <summary>Where it comes from. Default: the cluster's default class.</summary>
    public string? StorageClass { get; init; }

    /// <summary>Whether it stays when the release is deleted. Default: no.</summary>
    public bool Retain { get; init; }

    private protected override Values Source(Construct whose) => new Values { ["type"] = "persistentVolumeClaim", ["accessMode"] = AccessMode, ["size"] = size }
        .Set("storageClass", StorageClass).Set("retain", Retain ? (Values)true : null);
}
