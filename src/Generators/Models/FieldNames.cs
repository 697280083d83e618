namespace GitOps;

/// <summary>The property names of a model's fields: what the runtime's base classes have already gets another ending.</summary>
internal static class FieldNames
{
    private static readonly HashSet<string> TakenInModels = new(StringComparer.Ordinal)
    {
        "Comments", "Deferred", "WriteFields", "OtherFields", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals",
    };

    private static readonly HashSet<string> TakenInKinds = new(TakenInModels, StringComparer.Ordinal)
    {
        "ApiVersion", "Kind", "Metadata", "FileName", "HeadComment", "SubstitutionDisabled", "EntryComment", "Place", "GivenName", "Owner", "ResolvedName",
        "ResolvedNamespace",
    };

    /// <summary>The names in the order of the fields, without the <c>@</c> of a keyword.</summary>
    /// <param name="shape">Of a kind without its <c>metadata</c>.</param>
    /// <param name="isKind">Whether the class is a whole object.</param>
    public static string[] Of(SchemaShape shape, bool isKind)
    {
        var taken = isKind ? TakenInKinds : TakenInModels;
        // Names that need no change come first, so that a changed one never takes theirs.
        var used = new HashSet<string>(taken, StringComparer.Ordinal) { shape.Name.Name };
        used.UnionWith(shape.Fields.Select(static field => field.CSharpName));
        return shape.Fields.Select(field => taken.Contains(field.CSharpName) ? Unused(field.CSharpName, used) : field.CSharpName).ToArray();
    }

    /// <summary>A name that nobody has yet; it is taken from now on.</summary>
    public static string Unused(string name, HashSet<string> used, string ending = "Field")
    {
        var candidate = name;
        while (!used.Add(candidate))
            candidate += ending;
        return candidate;
    }
}
