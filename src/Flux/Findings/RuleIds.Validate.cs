namespace GitOps;

internal static partial class RuleIds
{
    // 003x: what validate and substitute are given

    /// <summary>The file of suppressions cannot be read, or says something that it has no word for.</summary>
    public const string RulesFile = "GOPS0030";

    /// <summary>An id or range that no rule has.</summary>
    public const string UnknownRule = "GOPS0031";

    /// <summary>A suppression that matches nothing.</summary>
    public const string UnusedSuppression = "GOPS0032";

    /// <summary>A file that is too large to be judged.</summary>
    public const string FileTooLarge = "GOPS0033";

    /// <summary>A symbolic link, which Flux leaves out of what it fetches.</summary>
    public const string LinkLeftOut = "GOPS0034";

    /// <summary>A variable that the command line gives in a way that Flux would not take.</summary>
    public const string VariableInput = "GOPS0035";

    /// <summary>Nothing in the repository is applied by Flux.</summary>
    public const string NothingToValidate = "GOPS0036";

    /// <summary>kustomize does not build a Kustomization.</summary>
    public const string BuildFailed = "GOPS0037";
}
