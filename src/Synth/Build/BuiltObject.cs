namespace GitOps;

/// <summary>The rules for objects over one that kustomize built.</summary>
internal static class BuiltObject
{
    /// <param name="value">After substitution.</param>
    /// <param name="place">Where the object is written; the field is named by its path, for the build has no places.</param>
    public static IEnumerable<Finding> Check(DataValue value, SchemaSet schemas, FindingPlace place)
    {
        // What SOPS left of an object is not what is applied.
        if (value["sops"] is { Kind: DataKind.Map }) return [];
        return ObjectRules.Check(value, schemas, static _ => null).Select(finding => finding with { Place = place });
    }
}
