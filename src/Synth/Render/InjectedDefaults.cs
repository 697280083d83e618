namespace GitOps;

/// <summary>What the root Kustomization sets on all Kustomizations below it, instead of each ks.yaml.</summary>
internal sealed record InjectedDefaults
{
    /// <summary>The decryption that the root's patch sets; <see langword="null"/>: each ks.yaml says its own.</summary>
    public Decryption? Decryption { get; init; }

    /// <summary>The deletion policy that the root's patch sets; <see langword="null"/>: each ks.yaml says its own.</summary>
    public DeletionPolicy? DeletionPolicy { get; init; }

    /// <summary>The patch of HelmReleases that every Kustomization gets, or <see langword="null"/>.</summary>
    public Patch? HelmReleases { get; init; }

    /// <summary>
    /// Whether the root leaves all that to the Kustomizations themselves: what flux bootstrap wrote it writes anew (<c>gotk-sync.yaml</c>), and patches in there would be gone.
    /// </summary>
    public bool IsWrittenByEach { get; init; }

    /// <summary>How often the apps substitute that get this patch from the root; it matters only to a literal dollar in it.</summary>
    public int Passes { get; init; }

    /// <summary>
    /// The patches that an app's own ks.yaml holds. A patch of the root replaces a child's whole list, so an app with patches of its own is left out there
    /// and holds the HelmRelease defaults here. So is one for which a literal dollar in them must be written another number of times.
    /// </summary>
    public IReadOnlyList<Patch> PatchesFor(AppPlan plan) => HelmReleases is { } defaults && (IsWrittenByEach || LeavesOut(plan)) ? [defaults, .. plan.Patches] : plan.Patches;

    /// <summary>Whether the root's HelmRelease patch must pass this app by.</summary>
    public bool LeavesOut(AppPlan plan) =>
        !IsWrittenByEach && HelmReleases is not null && (plan.Patches.Count > 0 || (plan.SubstitutionPasses != Passes && LiteralDollars.In(HelmReleases.Text)));
}
