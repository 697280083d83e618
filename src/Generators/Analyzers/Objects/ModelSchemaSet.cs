using System.Collections.Concurrent;

namespace GitOps;

/// <summary>Schemas as models show them: fields by the names of their properties.</summary>
internal sealed class ModelSchemaSet(SchemaSet schemas)
{
    private readonly ConcurrentDictionary<SchemaTypeName, Dictionary<string, SchemaField>> properties = new();

    public SchemaSet Schemas { get; } = schemas;

    /// <summary>The fields of a model by property. A kind's metadata is the runtime's own class, and not among them.</summary>
    public Dictionary<string, SchemaField> PropertiesOf(SchemaShape shape, bool isKind) => properties.GetOrAdd(shape.Name, _ =>
    {
        var model = isKind ? shape with { Fields = shape.Fields.Where(static field => field.Name != "metadata").ToEquatableArray() } : shape;
        var names = FieldNames.Of(model, isKind);
        var fields = new Dictionary<string, SchemaField>(StringComparer.Ordinal);
        for (var index = 0; index < names.Length; index++)
            fields[names[index]] = model.Fields[index];
        return fields;
    });
}
