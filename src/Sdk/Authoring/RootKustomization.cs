using GitOps.Models.FluxCD;

namespace GitOps;

/// <summary>
/// The Kustomization that applies the tree, written to <c>flux/cluster/ks.yaml</c>. Its patches carry decryption, deletion policy and the HelmRelease
/// defaults to every Kustomization below it.
/// </summary>
public sealed record RootKustomization
{
    /// <summary>Its name. Default: <c>cluster-apps</c>.</summary>
    public string Name { get; init; } = "cluster-apps";

    /// <summary>Its namespace. Default: <c>flux-system</c>.</summary>
    public string Namespace { get; init; } = "flux-system";

    /// <summary>How often Flux compares cluster and tree. Default: one hour.</summary>
    public Duration Interval { get; init; } = "1h";

    /// <summary>Where it is written, below the cluster's tree. Default: <c>flux/cluster</c>.</summary>
    public string Directory { get; init; } = "flux/cluster";

    /// <summary>The file there. Default: <c>ks.yaml</c>, or <c>gotk-sync.yaml</c> with a <see cref="Sync"/>.</summary>
    public string? FileName { get; init; }

    /// <summary>The name of the file.</summary>
    internal string File => FileName ?? (Sync is null ? "ks.yaml" : "gotk-sync.yaml");

    /// <summary>
    /// The source that it is synchronised from, written before it as <c>flux bootstrap</c> does (<c>gotk-sync.yaml</c>), with a kustomization.yaml that lists
    /// the controllers too (<c>gotk-components.yaml</c>, which <c>flux install --export</c> makes). Default: none, the source is made elsewhere.
    /// </summary>
    public GitRepository? Sync { get; init; }

    /// <summary>
    /// How Flux decrypts SOPS files that namespaces and their components hold. Default: the decryption that most apps have by
    /// <see cref="FluxCluster.DefaultsFor"/>.
    /// </summary>
    public Decryption? Decryption { get; init; }

    /// <summary>
    /// Fields of <c>spec</c> that every HelmRelease gets, by a patch in each Kustomization. They win over what a HelmRelease says itself, as every patch does.
    /// </summary>
    public Values? HelmReleaseDefaults { get; init; }

    /// <summary>Further patches of the Kustomizations below.</summary>
    public IReadOnlyList<Patch> Patches { get; init; } = [];

    /// <summary>Further fields of <c>spec</c>, such as <c>timeout</c> or <c>postBuild</c>; written behind all others.</summary>
    public Values? OtherSpec { get; init; }

    /// <summary>Kustomizations that must be ready before any app is applied.</summary>
    public IReadOnlyList<Dependency> DependsOn { get; init; } = [];
}
