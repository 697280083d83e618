namespace GitOps;

internal static partial class RuleIds
{
    // 2xxx: substitution

    /// <summary>A literal dollar that is substituted for one and not for another.</summary>
    public const string LiteralForBoth = "GOPS2020";
}
