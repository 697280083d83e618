namespace GitOps;

/// <summary>How a field's type is written in C#, and which method of the runtime's ObjectWriter writes it.</summary>
/// <param name="Type">The type, without the question mark of an optional field.</param>
/// <param name="Method">The writer's method.</param>
internal readonly record struct FieldForm(string Type, string Method)
{
    private const string Field = "Field";
    private const string Values = "global::GitOps.Values";
    private const string List = "global::System.Collections.Generic.IReadOnlyList<";
    private const string Map = "global::GitOps.Map<";

    /// <summary>A required value of a generic overload: the compiler does not find <c>T</c> behind <c>T?</c> by itself.</summary>
    public bool NeedsTypeArgument { get; init; }

    /// <summary>How the entries of a collection of collections are written: a lambda; null for all else.</summary>
    public string? Entries { get; init; }

    /// <param name="type">The field's type.</param>
    /// <param name="nested">Type collections of collections too. In CRDs they are rare enough to be free-form.</param>
    public static FieldForm Of(SchemaType type, bool nested = false) => type.Kind switch
    {
        SchemaTypeKind.List or SchemaTypeKind.Map when nested && type.Item is { Kind: SchemaTypeKind.List or SchemaTypeKind.Map } item => new FieldForm(Nested(type), Field) { Entries = WriterOf(item) },
        SchemaTypeKind.List => OfList(type.Item),
        SchemaTypeKind.Map => OfMap(type.Item),
        _ => new FieldForm(Scalar(type), Field) { NeedsTypeArgument = IsText(type) },
    };

    private static string Nested(SchemaType type) => type.Kind switch
    {
        SchemaTypeKind.List => List + (type.Item is null ? Values : Nested(type.Item)) + ">",
        SchemaTypeKind.Map => Map + (type.Item is null ? Values : Nested(type.Item)) + ">",
        _ => Scalar(type),
    };

    private static string WriterOf(SchemaType type) => type.Kind switch
    {
        SchemaTypeKind.List or SchemaTypeKind.Map when type.Item is not null => $"static (inner, entry) => inner.Item(entry, {WriterOf(type.Item)})",
        _ => IsText(type) ? "static (inner, entry) => inner.Text(entry)" : "static (inner, entry) => inner.Item(entry)",
    };

    private static FieldForm OfList(SchemaType? item)
    {
        // A list of lists is rare enough to be free-form.
        if (item is null or { Kind: SchemaTypeKind.List or SchemaTypeKind.Map })
            return new FieldForm(List + Values + ">", Field);
        return new FieldForm(List + Scalar(item) + ">", IsText(item) ? "TextList" : IsValue(item) ? "ValueList" : Field);
    }

    private static FieldForm OfMap(SchemaType? item)
    {
        if (item is { Kind: SchemaTypeKind.List, Item: { Kind: SchemaTypeKind.String, Name: null } })
            return new FieldForm(Map + "global::System.Collections.Generic.IReadOnlyList<string>>", Field);
        if (item is null or { Kind: SchemaTypeKind.List or SchemaTypeKind.Map })
            return new FieldForm(Map + Values + ">", Field);
        return new FieldForm(Map + Scalar(item) + ">", IsText(item) ? "TextMap" : IsValue(item) ? "ValueMap" : Field);
    }

    private static string Scalar(SchemaType type) => type.Kind switch
    {
        SchemaTypeKind.String => type.Name is { } name ? Name(name) : "string",
        SchemaTypeKind.Int32 => "global::GitOps.Value<int>",
        SchemaTypeKind.Int64 => "global::GitOps.Value<long>",
        SchemaTypeKind.Double => "global::GitOps.Value<double>",
        SchemaTypeKind.Bool => "global::GitOps.Value<bool>",
        SchemaTypeKind.IntOrString => "global::GitOps.IntOrString",
        SchemaTypeKind.Quantity => "global::GitOps.Quantity",
        SchemaTypeKind.Duration => "global::GitOps.Duration",
        SchemaTypeKind.Object when type.Name is { } name => Name(name),
        _ => Values,
    };

    private static bool IsText(SchemaType type) =>
        type.Kind is SchemaTypeKind.Quantity or SchemaTypeKind.Duration || (type.Kind == SchemaTypeKind.String && type.Name is not null);

    private static bool IsValue(SchemaType type) => type.Kind is SchemaTypeKind.Int32 or SchemaTypeKind.Int64 or SchemaTypeKind.Double or SchemaTypeKind.Bool;

    /// <summary>The metadata of an object, and of the objects that it is a template for: the runtime's own class.</summary>
    public static bool IsObjectMeta(SchemaTypeName name) => name is { Name: "ObjectMeta", Namespace: "GitOps.Models.Kubernetes" };

    private static string Name(SchemaTypeName name) => IsObjectMeta(name) ? "global::GitOps.ObjectMeta" : "global::" + name;
}
