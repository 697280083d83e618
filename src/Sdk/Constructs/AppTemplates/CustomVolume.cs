namespace GitOps;

/// <summary>Any volume that a Pod can have, such as one of a CSI driver.</summary>
/// <param name="spec">The volume as Kubernetes has it, without its name: <c>new() { ["csi"] = … }</c>.</param>
public sealed class CustomVolume(Values spec) : AppVolume
{
    private protected override Values Source(Construct whose) => new() { ["type"] = "custom", ["volumeSpec"] = spec };
}
