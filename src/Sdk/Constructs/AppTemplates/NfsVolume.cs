namespace GitOps;

/// <summary>A share of an NFS server.</summary>
/// <param name="server">The server's name or address.</param>
/// <param name="path">The exported path.</param>
public sealed class NfsVolume(string server, string path) : AppVolume
{
    private protected override Values Source(Construct whose) => new() { ["type"] = "nfs", ["server"] = server, ["path"] = path };
}
