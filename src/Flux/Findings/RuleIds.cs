namespace GitOps;

/// <summary>The ids of all rules, shared by analyzers, synth and validate. An id is never used again for another rule.</summary>
internal static partial class RuleIds
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

    // 01xx: classes that the generators read

    /// <summary>A class with [App] or [Cluster] that the registry cannot make.</summary>
    public const string AppCannotBeMade = "GOPS0101";

    /// <summary>Two files define one type, and differently.</summary>
    public const string DuplicateDefinition = "GOPS0102";

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

    // 1xxx: graph

    /// <summary>dependsOn names nothing.</summary>
    public const string UnknownDependency = "GOPS1001";

    /// <summary>dependsOn names an object of another kind.</summary>
    public const string WrongKindDependency = "GOPS1002";

    /// <summary>dependsOn names a Kustomization of another namespace.</summary>
    public const string OtherNamespaceDependency = "GOPS1003";

    /// <summary>dependsOn names its own Kustomization.</summary>
    public const string SelfDependency = "GOPS1004";

    /// <summary>Apps depend on each other in a cycle.</summary>
    public const string DependencyCycle = "GOPS1005";

    /// <summary>Two Kustomizations of one name in one namespace.</summary>
    public const string DuplicateKustomization = "GOPS1006";

    /// <summary>dependsOn names an app that is not enabled.</summary>
    public const string DisabledDependency = "GOPS1007";

    /// <summary>Two Kustomizations build one object.</summary>
    public const string ObjectOwnedTwice = "GOPS1008";

    /// <summary>A dependency is ready as soon as it is applied.</summary>
    public const string DependencyWithoutHealth = "GOPS1009";

    /// <summary>A dependency is suspended.</summary>
    public const string SuspendedDependency = "GOPS1010";

    // 2xxx: substitution

    /// <summary>A variable that nothing provides.</summary>
    public const string UndefinedVariable = "GOPS2001";

    /// <summary>An expression that Flux cannot parse.</summary>
    public const string SubstitutionSyntax = "GOPS2002";

    /// <summary>A variable's name, or a key of a variable source, that Flux rejects.</summary>
    public const string RejectedVariableName = "GOPS2003";

    /// <summary>A value that changes its type, or breaks the YAML, where it lands.</summary>
    public const string ValueChangesType = "GOPS2004";

    /// <summary>A variable that nothing uses.</summary>
    public const string UnusedVariable = "GOPS2005";

    /// <summary>An operator that means something else than in bash.</summary>
    public const string MisleadingOperator = "GOPS2006";

    /// <summary>A line break in a variable's value.</summary>
    public const string NewlineInValue = "GOPS2007";

    /// <summary>Defaults in the text, but no variable at all: substitution does not run.</summary>
    public const string SubstitutionNeverRuns = "GOPS2008";

    /// <summary>One variable is given two values.</summary>
    public const string ConflictingValues = "GOPS2009";

    /// <summary>A variable source that is not in the Kustomization's namespace.</summary>
    public const string MissingVariableSource = "GOPS2010";

    /// <summary>A string method or comparison acts on a placeholder's text.</summary>
    public const string StringMethodOnPlaceholder = "GOPS2011";

    /// <summary>A template of Helm or External Secrets with one brace.</summary>
    public const string SingleBraceTemplate = "GOPS2012";

    /// <summary>C#'s interpolation made <c>$${…}</c>, an escaped literal.</summary>
    public const string EscapedByInterpolation = "GOPS2013";

    /// <summary>A value that only the cluster knows is the whole of a string field.</summary>
    public const string UnknownValueInStringField = "GOPS2014";

    // 3xxx: kustomize

    /// <summary>A folder listed as a component that is none.</summary>
    public const string NotAComponent = "GOPS3002";

    /// <summary>A resource, patch or generator file that is not there.</summary>
    public const string ResourceMissing = "GOPS3003";

    // 9xxx: our own bugs

    /// <summary>A fault of GitOps.Sdk itself.</summary>
    public const string InternalError = "GOPS9001";
}
