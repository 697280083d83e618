namespace GitOps;

internal static partial class RuleIds
{
    // 000x: what is brought in from elsewhere

    /// <summary>A URL that cannot be fetched.</summary>
    public const string NotFetched = "GOPS0005";

    /// <summary>A program that a command needs is missing or failed.</summary>
    public const string ToolFailed = "GOPS0006";
}
