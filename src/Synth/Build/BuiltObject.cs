namespace GitOps;

/// <summary>The rules for objects over one that kustomize built.</summary>
internal static class BuiltObject
{
    /// <param name="value">After substitution.</param>
    /// <param name="place">Where the object is written; the field is named by its path, for the build has no places.</param>
    public static IEnumerable<Finding> Check(DataValue value, ReadTree read, FindingPlace place)
    {
        _ = value;
        _ = read;
        _ = place;
        return [];
    }
}
