namespace GitOps;

internal static partial class RuleIds
{
    /// <summary>An app has objects of an API that another app brings, and does not wait for it.</summary>
    public const string ProviderNotDependedOn = "GOPS1015";

    /// <summary>An interval below the minimum of the app's tier.</summary>
    public const string IntervalBelowTier = "GOPS1016";

    /// <summary>A chart whose version is a range or missing.</summary>
    public const string UnpinnedChart = "GOPS4010";

    /// <summary>An image with the tag latest, or with none.</summary>
    public const string UnpinnedImage = "GOPS4011";

    /// <summary>A HelmRelease that is retried for ever.</summary>
    public const string InfiniteRetries = "GOPS4012";

    /// <summary>A secret in Helm values.</summary>
    public const string SecretLiteral = "GOPS7004";

    /// <summary>A container without limits.</summary>
    public const string MissingLimits = "GOPS7005";
}
