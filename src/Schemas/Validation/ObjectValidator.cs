namespace GitOps;

/// <summary>
/// What the API server would say to an object, by its schema: strict decoding, pruning, defaults, structure, lists, and CEL rules as on create. Three-valued: what hangs on
/// something unknown is no issue.
/// </summary>
internal static class ObjectValidator
{
    private static readonly IReadOnlyList<SchemaIssue> None = [];

    /// <summary>The issues of a whole object, in the order of its text; none for a kind that no schema is known of.</summary>
    public static IReadOnlyList<SchemaIssue> Validate(DataValue value, SchemaSet schemas)
    {
        if (value.TextOf("apiVersion") is not { } apiVersion || value.TextOf("kind") is not { } kind || schemas.Find(apiVersion, kind, out var source) is not { } found)
            return None;
        return Validate(value, found, source);
    }

    /// <summary>The same, where the kind is known already.</summary>
    public static IReadOnlyList<SchemaIssue> Validate(DataValue value, SchemaKind kind, SchemaSource source)
    {
        var run = new ValidationRun(kind.Name.Namespace == CoreChecks.Namespace || kind.Scope == SchemaScope.File);
        run.CheckObject(value, kind, source);
        return run.Finish();
    }

    /// <summary>The issues of a part: a value for a field, an item, a model that an analyzer sees.</summary>
    /// <param name="source">Where the names in <paramref name="type"/> are looked up.</param>
    /// <param name="isCore">The value stands in a core kind, which Go reads: null is as good as absent, and there are no defaults or rules.</param>
    public static IReadOnlyList<SchemaIssue> ValidateType(DataValue value, SchemaType type, SchemaSource source, bool isNullable = false, bool isCore = false)
    {
        var run = new ValidationRun(isCore);
        run.Check(value, new SchemaNode(type, source, isNullable));
        return run.Finish();
    }

    /// <summary>The issues of an object of this shape: a model that an analyzer sees in part.</summary>
    public static IReadOnlyList<SchemaIssue> ValidateType(DataValue value, SchemaShape shape, SchemaSet schemas, bool isCore = false) =>
        ValidateType(value, new SchemaType(SchemaTypeKind.Object) { Name = shape.Name }, schemas, isCore: isCore);

    /// <summary>The issues of a part: a value for a field, an item.</summary>
    public static IReadOnlyList<SchemaIssue> ValidateType(DataValue value, SchemaType type, SchemaSet schemas, bool isNullable = false, bool isCore = false) =>
        ValidateType(value, type, schemas.SourceOf(type), isNullable, isCore);
}
