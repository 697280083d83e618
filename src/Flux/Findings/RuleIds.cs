namespace GitOps;

/// <summary>The ids of all rules, shared by analyzers, synth and validate. An id is never used again for another rule.</summary>
internal static class RuleIds
{
    // 0xxx: inputs

    /// <summary>A file that is no YAML.</summary>
    public const string UnreadableYaml = "GOPS0001";

    /// <summary>A file given as a CustomResourceDefinition that is none.</summary>
    public const string NotACustomResourceDefinition = "GOPS0002";

    /// <summary>A schema construct that cannot be turned into a model.</summary>
    public const string UnsupportedSchema = "GOPS0003";

    /// <summary>A file or folder that is named and is not there.</summary>
    public const string MissingFile = "GOPS0004";

    // 005x: the tree on disk

    /// <summary>Two planned files want the same path, or paths that differ in case only.</summary>
    public const string DuplicateFile = "GOPS0050";

    /// <summary>A file that synth does not own stands where it wants to write.</summary>
    public const string FileInTheWay = "GOPS0051";

    /// <summary>A file that synth owns was edited by hand; it is kept.</summary>
    public const string EditedByHand = "GOPS0052";

    /// <summary>A file that synth owns is no longer planned and was edited by hand; it is kept.</summary>
    public const string OrphanEditedByHand = "GOPS0053";

    /// <summary>A Kustomization disappears, and what it holds would be deleted from the cluster for good.</summary>
    public const string WouldPrune = "GOPS0054";

    /// <summary>A Kustomization disappears, is renamed or moves.</summary>
    public const string KustomizationDisappears = "GOPS0055";

    /// <summary>Another synth is writing the same repository.</summary>
    public const string AnotherSynthRuns = "GOPS0056";

    /// <summary>The disk refused: full, read-only, gone.</summary>
    public const string DiskRefused = "GOPS0057";

    /// <summary>The tree is not what the C# says.</summary>
    public const string OutOfDate = "GOPS0058";

    /// <summary>No repository above the project.</summary>
    public const string NoRepository = "GOPS0059";

    // 7xxx: security

    /// <summary>A path that leaves the repository or the folder that it belongs to.</summary>
    public const string PathLeavesRoot = "GOPS7001";

    // 9xxx: our own bugs

    /// <summary>A fault of GitOps.Sdk itself.</summary>
    public const string InternalError = "GOPS9001";
}
