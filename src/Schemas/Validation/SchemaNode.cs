using System.Collections.Concurrent;
using System.Globalization;

namespace GitOps;

/// <summary>A type made ready for checking: fields by name, patterns and rules compiled, each when first needed. Shared by threads; two may compile one thing twice, which does no harm.</summary>
internal sealed class SchemaNode : ICelTyping
{
    private static readonly IReadOnlyList<string> NoKeys = [];

    private readonly SchemaSource source;
    private readonly string? defaultJson;
    private ShapeNode? shape;
    private SchemaNode? item;
    private DataValue? defaultValue;
    private IReadOnlyList<CompiledRule>? rules;
    private IReadOnlyList<DataValue>? values;

    public SchemaNode(SchemaType type, SchemaSource source, bool isNullable = false, string? defaultJson = null)
    {
        Type = type;
        this.source = source;
        this.defaultJson = defaultJson;
        IsNullable = isNullable || type.Nullable;
        Constraints = type.Constraints ?? SchemaConstraints.None;
    }

    public SchemaType Type { get; }

    public SchemaConstraints Constraints { get; }

    /// <summary>A null is a value of its own.</summary>
    public bool IsNullable { get; }

    public bool HasDefault => defaultJson is not null;

    /// <summary>The server's default as a value; it has no place of its own.</summary>
    public DataValue Default => defaultValue ??= JsonData.Read(defaultJson ?? "null");

    /// <summary>Of an object with named fields.</summary>
    public ShapeNode? Shape
    {
        get
        {
            if (shape is null && Type.Kind == SchemaTypeKind.Object && (Type.Variant ?? Type.Name) is { } name)
                shape = source.Compiled(name);
            return shape;
        }
    }

    /// <summary>Of a list or map.</summary>
    public SchemaNode? Item => item ??= Type.Item is null ? null : new SchemaNode(Type.Item, source);

    /// <summary>Unknown fields stay.</summary>
    public bool IsOpen => Constraints.PreserveUnknown || Shape is { Shape.PreserveUnknown: true };

    /// <summary>The rules of this place, and those that stand inside its allOf.</summary>
    public IReadOnlyList<CompiledRule> Rules
    {
        get
        {
            if (rules is not null)
                return rules;
            var found = new List<CompiledRule>();
            Collect(Constraints, found);
            return rules = found;
        }
    }

    /// <summary>The known values; empty for all others.</summary>
    public IReadOnlyList<DataValue> Values
    {
        get
        {
            if (values is not null)
                return values;
            if (Type.Kind == SchemaTypeKind.String && Type.Name is { } name)
                return values = source.Enum(name) is { } known ? known.Values.Select(static value => DataValue.Of(value.Value)).ToList() : [];
            return values = Constraints.Enum.IsEmpty ? [] : Constraints.Enum.Select(JsonData.Read).ToList();
        }
    }

    CelDataType ICelTyping.Type => Type.Kind switch
    {
        SchemaTypeKind.String or SchemaTypeKind.Duration => Constraints.Format switch
        {
            "byte" => CelDataType.Bytes,
            "duration" => CelDataType.Duration,
            "date" => CelDataType.Date,
            "date-time" => CelDataType.DateTime,
            _ => CelDataType.String,
        },
        SchemaTypeKind.Int32 or SchemaTypeKind.Int64 => CelDataType.Integer,
        SchemaTypeKind.Double => CelDataType.Number,
        SchemaTypeKind.Bool => CelDataType.Bool,
        SchemaTypeKind.IntOrString or SchemaTypeKind.Quantity => CelDataType.IntOrString,
        SchemaTypeKind.Object => CelDataType.Object,
        SchemaTypeKind.FreeForm => CelDataType.Object,
        SchemaTypeKind.Map => CelDataType.Map,
        SchemaTypeKind.List => CelDataType.List,
        _ => CelDataType.Opaque,
    };

    ICelTyping? ICelTyping.Items => Item;

    ICelTyping? ICelTyping.Field(string name) => Type.Kind == SchemaTypeKind.Map ? Item : Shape?.Find(name)?.Node;

    CelListKind ICelTyping.ListKind => Constraints.ListType switch { "set" => CelListKind.Set, "map" => CelListKind.Map, _ => CelListKind.Atomic };

    IReadOnlyList<string> ICelTyping.ListKeys => Constraints.ListMapKeys.IsEmpty ? NoKeys : Constraints.ListMapKeys;

    private static void Collect(SchemaConstraints constraints, List<CompiledRule> found)
    {
        foreach (var rule in constraints.Rules)
            found.Add(new CompiledRule(rule));
        foreach (var part in constraints.AllOf)
            Collect(part, found);
    }
}

/// <summary>An object type made ready for checking.</summary>
internal sealed class ShapeNode
{
    private readonly Dictionary<string, FieldNode> fields;

    public ShapeNode(SchemaShape shape, SchemaSource source)
    {
        Shape = shape;
        All = shape.Fields.Select(field => new FieldNode(field, new SchemaNode(field.Type, source, field.Nullable, field.Default))
        {
            CoreValues = CoreChecks.Values(shape.Name, field.Name),
            CoreRange = CoreChecks.Range(shape.Name, field.Name),
        }).ToArray();
        fields = new Dictionary<string, FieldNode>(All.Length, StringComparer.Ordinal);
        foreach (var field in All)
            fields[field.Field.Name] = field;
        Filled = All.Where(static field => field.Node.HasDefault).ToArray();
        Required = All.Where(static field => field.Field.Required).ToArray();
    }

    public SchemaShape Shape { get; }

    public FieldNode[] All { get; }

    /// <summary>The fields that the server fills in.</summary>
    public FieldNode[] Filled { get; }

    public FieldNode[] Required { get; }

    public FieldNode? Find(string name) => fields.TryGetValue(name, out var field) ? field : null;
}

/// <summary>A field and its type, made ready.</summary>
internal sealed record FieldNode(SchemaField Field, SchemaNode Node)
{
    /// <summary>In a core kind: the values that the field, or each item of it, may have.</summary>
    public IReadOnlyList<string>? CoreValues { get; init; }

    public (long Least, long Most)? CoreRange { get; init; }
}
