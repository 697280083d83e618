namespace GitOps;

internal static partial class RuleIds
{
    // 000x: inputs

    /// <summary>A key that stands twice in one mapping.</summary>
    public const string DuplicateKey = "GOPS0007";

    // 3xxx: kustomize

    /// <summary>A <c>spec.path</c> that is not there.</summary>
    public const string PathMissing = "GOPS3006";

    /// <summary>A path of <c>spec.components</c> that is absolute or remote.</summary>
    public const string ComponentNotLocal = "GOPS3007";

    /// <summary>A Component listed under resources.</summary>
    public const string ComponentListedAsResource = "GOPS3008";

    /// <summary>A file that no kustomization lists.</summary>
    public const string UnlistedFile = "GOPS3009";

    /// <summary>One object twice in one build.</summary>
    public const string ObjectTwiceInBuild = "GOPS3010";

    /// <summary>Kustomizations that include each other.</summary>
    public const string IncludeCircle = "GOPS3011";

    /// <summary>A resource that is no Kubernetes object.</summary>
    public const string ResourceIsNoObject = "GOPS3012";

    /// <summary>A patch, a generator or a field that kustomize does not take.</summary>
    public const string CannotBeApplied = "GOPS3013";

    // 4xxx: Helm and sources

    /// <summary>A chartRef that names nothing.</summary>
    public const string UnknownChart = "GOPS4001";

    /// <summary>A sourceRef that names nothing.</summary>
    public const string UnknownSource = "GOPS4002";

    /// <summary>A HelmRelease's dependsOn that names no HelmRelease.</summary>
    public const string UnknownRelease = "GOPS4003";

    /// <summary>A valuesFrom that names nothing.</summary>
    public const string UnknownValues = "GOPS4004";

    /// <summary>A HelmRelease with chart and chartRef, or neither.</summary>
    public const string ChartAndChartRef = "GOPS4005";

    /// <summary>A URL of an OCI repository that Flux rejects.</summary>
    public const string OciUrl = "GOPS4006";

    /// <summary>A semver range that cannot be read.</summary>
    public const string SemverRange = "GOPS4007";

    /// <summary>HelmReleases that wait for each other.</summary>
    public const string ReleaseCycle = "GOPS4009";

    // 6xxx: health

    /// <summary>healthChecks beside wait.</summary>
    public const string HealthChecksIgnored = "GOPS6001";

    /// <summary>healthCheckExprs that are never evaluated.</summary>
    public const string HealthExpressionsUnused = "GOPS6002";

    /// <summary>A health check of an object that the Kustomization does not make.</summary>
    public const string HealthTargetElsewhere = "GOPS6003";

    /// <summary>A CEL expression that Flux rejects.</summary>
    public const string HealthExpression = "GOPS6004";

    // 7xxx: security

    /// <summary>A Secret that anyone who reads the repository can read.</summary>
    public const string PlainSecret = "GOPS7002";

    /// <summary>A SOPS file in a Kustomization without decryption.</summary>
    public const string SecretWithoutDecryption = "GOPS7003";
}
