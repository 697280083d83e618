namespace GitOps;

internal static partial class RuleIds
{
    /// <summary>A patch whose target names an object that is not built.</summary>
    public const string PatchMatchesNothing = "GOPS3016";
}
