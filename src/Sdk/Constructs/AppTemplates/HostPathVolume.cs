namespace GitOps;

/// <summary>A folder or file of the node.</summary>
/// <param name="path">The path on the node.</param>
public sealed class HostPathVolume(string path) : AppVolume
{
    /// <summary>What must lie there: <c>Directory</c>, <c>CharDevice</c>, … Default: nothing is asked.</summary>
    public string? PathType { get; init; }

    private protected override Values Source(Construct whose) => new Values { ["type"] = "hostPath", ["hostPath"] = path }.Set("hostPathType", PathType);
}
