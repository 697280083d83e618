namespace GitOps;

internal static partial class RuleIds
{
    /// <summary>Two apps claim what there is only one of, such as a database of a shared cache.</summary>
    public const string ClaimedTwice = "GOPS1011";

    /// <summary>A file that is listed as encrypted and is not.</summary>
    public const string NotEncrypted = "GOPS7006";
}
