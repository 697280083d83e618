namespace GitOps;

internal static partial class RuleIds
{
    /// <summary>An app of a layer sets what only a Kustomization of its own could have.</summary>
    public const string SettingOfLayer = "GOPS0026";

    /// <summary>Two clusters of one program write a file differently.</summary>
    public const string ClustersDiffer = "GOPS0027";

    /// <summary>An app of a layer needs what a later layer brings.</summary>
    public const string LayerOrder = "GOPS1012";

    /// <summary>An app depends on one that its cluster does not have.</summary>
    public const string NotOnCluster = "GOPS1013";

    /// <summary>A dependency within one layer.</summary>
    public const string SameLayerDependency = "GOPS1014";
}
