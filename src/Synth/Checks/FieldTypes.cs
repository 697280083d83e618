namespace GitOps;

/// <summary>What the fields take in which texts stand, as far as the schemas say it.</summary>
internal static class FieldTypes
{
    /// <summary>The type of a field; <see cref="FieldType.Any"/> where nothing is known or anything goes.</summary>
    public static FieldType Of(SchemaSet schemas, string apiVersion, string kind, IReadOnlyList<string> segments) => segments switch
    {
        // Of every object alike.
        ["metadata", "labels" or "annotations", _] or ["metadata", "name" or "namespace"] => FieldType.String,
        _ => schemas.TypeAt(apiVersion, kind, segments)?.Kind switch
        {
            SchemaTypeKind.String or SchemaTypeKind.Duration => FieldType.String,
            SchemaTypeKind.Bool => FieldType.Boolean,
            SchemaTypeKind.Int32 or SchemaTypeKind.Int64 => FieldType.Integer,
            SchemaTypeKind.Double => FieldType.Number,
            SchemaTypeKind.IntOrString => FieldType.IntOrString,
            SchemaTypeKind.List => FieldType.Array,
            SchemaTypeKind.Object or SchemaTypeKind.Map => FieldType.Object,
            _ => FieldType.Any,
        },
    };
}
