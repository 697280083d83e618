namespace GitOps;

internal static partial class RuleIds
{
    // 2xxx: substitution

    /// <summary>A variable that a class declares by hand and that the source does not have.</summary>
    public const string DeclaredKey = "GOPS2017";

    /// <summary>A literal dollar that is substituted for one and not for another.</summary>
    public const string LiteralForBoth = "GOPS2020";
}
