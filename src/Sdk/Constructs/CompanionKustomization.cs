using GitOps.Models.FluxCD;

namespace GitOps;

/// <summary>
/// A Flux Kustomization that a construct puts beside its app's own, in the same ks.yaml: for objects that must lie in another namespace, since the target namespace of the app overrides
/// the namespace of everything that it applies. The app depends on it. It has the app's intervals, source, decryption and variable sources.
/// </summary>
public sealed class CompanionKustomization
{
    /// <summary>What stands behind the app's name in its own (<c>mealie-postgres</c>), and the folder of its objects below the app's directory.</summary>
    public required string Suffix { get; init; }

    /// <summary>The namespace of its objects.</summary>
    public required string TargetNamespace { get; init; }

    /// <summary>Its objects.</summary>
    public required ManifestList Manifests { get; init; }

    /// <summary>What must be ready before it, beside what its objects refer to by <see cref="Ref{TApp}"/>.</summary>
    public IReadOnlyList<Dependency> DependsOn { get; init; } = [];

    /// <summary>What must be healthy for it to be ready.</summary>
    public IReadOnlyList<HealthCheck> HealthChecks { get; init; } = [];

    /// <summary>How the health of its custom resources is read.</summary>
    public IReadOnlyList<HealthCheckExpr> HealthCheckExprs { get; init; } = [];
}
