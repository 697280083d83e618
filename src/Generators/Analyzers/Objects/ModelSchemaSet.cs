using System.Collections.Concurrent;

namespace GitOps;

/// <summary>Schemas as models show them: fields by the names of their properties.</summary>
/// <param name="schemas">The schemas.</param>
/// <param name="ofCharts">The types of charts' values among them.</param>
internal sealed class ModelSchemaSet(SchemaSet schemas, HashSet<SchemaTypeName>? ofCharts = null)
{
    private readonly ConcurrentDictionary<SchemaTypeName, Dictionary<string, SchemaField>> properties = new();

    public SchemaSet Schemas { get; } = schemas;

    /// <summary>Whether a type belongs to a chart's values: Helm judges them, not the API server.</summary>
    public bool IsOfChart(SchemaTypeName name) => ofCharts?.Contains(name) == true;

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
