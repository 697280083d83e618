namespace GitOps;

internal static partial class RuleIds
{
    /// <summary>A reference into another namespace that no ReferenceGrant allows.</summary>
    public const string UnallowedReference = "GOPS5018";
}
