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

    // 9xxx: our own bugs

    /// <summary>A fault of GitOps.Sdk itself.</summary>
    public const string InternalError = "GOPS9001";
}
