namespace GitOps;

/// <summary>An app depends on one that a cluster it runs on does not have.</summary>
internal static class NotOnClusterRule
{
    public const string Id = RuleIds.NotOnCluster;
    public const string Title = "An app depends on one that its cluster does not have";
    public const string Message = "'{0}' runs on cluster '{1}', and '{2}', which it depends on, does not; let both run on the same clusters ([RunsOn<{1}>]), or remove the dependency";

    /// <param name="place">Where the dependency is said.</param>
    /// <param name="app">The app.</param>
    /// <param name="cluster">The class of the cluster.</param>
    /// <param name="target">What it depends on.</param>
    public static Finding Of(FindingPlace? place, string app, string cluster, string target) => RuleMessage.Error(Id, place, Message, app, cluster, target);
}
