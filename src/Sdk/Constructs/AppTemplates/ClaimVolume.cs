using GitOps.Models.Kubernetes;

namespace GitOps;

/// <summary>A PersistentVolumeClaim that something else makes: of this app, of a component (<c>new ClaimVolume(Volsync.PersistentVolumeClaim)</c>), of a <see cref="VolSyncBackup"/>.</summary>
public sealed class ClaimVolume : AppVolume
{
    private readonly Values name;

    /// <summary>A claim by reference.</summary>
    /// <param name="claim">The claim; it lies in the app's namespace.</param>
    public ClaimVolume(ObjectRef<PersistentVolumeClaim> claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        name = GitOps.Values.NameOf(claim);
    }

    /// <summary>A claim that is known by name only.</summary>
    /// <param name="name">Its name.</param>
    public ClaimVolume(string name) => this.name = name;

    private protected override Values Source(Construct whose) => new() { ["existingClaim"] = name };
}
