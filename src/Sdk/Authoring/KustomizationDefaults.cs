using GitOps.Models.FluxCD;

namespace GitOps;

/// <summary>
/// What a cluster says for its Kustomizations; what an app says wins. Interval, prune and every list are written into each ks.yaml; decryption and deletion
/// policy are set by patches of the root Kustomization.
/// </summary>
public sealed record KustomizationDefaults
{
    /// <summary>How often Flux compares cluster and tree. Default: one hour.</summary>
    public Duration Interval { get; init; } = "1h";

    /// <summary>Whether objects that vanish from the tree are deleted. Default: yes.</summary>
    public bool Prune { get; init; } = true;

    /// <summary>How soon a failure is tried again. Default: left out, which is the interval.</summary>
    public Duration? RetryInterval { get; init; }

    /// <summary>How long applying and health checks may take. Default: left out, which is the interval less 30 seconds.</summary>
    public Duration? Timeout { get; init; }

    /// <summary>Whether ready means healthy. Default: left out, which is no.</summary>
    public bool? Wait { get; init; }

    /// <summary>What becomes of the objects when the Kustomization is deleted. Default: left out, which is MirrorPrune.</summary>
    public DeletionPolicy? DeletionPolicy { get; init; }

    /// <summary>How SOPS files are decrypted. Default: not at all.</summary>
    public Decryption? Decryption { get; init; }

    /// <summary>Labels and annotations for every object.</summary>
    public CommonMetadata? CommonMetadata { get; init; }
}
