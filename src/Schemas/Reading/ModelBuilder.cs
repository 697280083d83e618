namespace GitOps;

/// <summary>From drafts and their names to the model.</summary>
internal static class ModelBuilder
{
    public static SchemaModel Build(IReadOnlyList<KindDraft> kinds, DraftNames names, IEnumerable<ShapeDraft> shapes, IEnumerable<EnumDraft> enums, EquatableArray<SchemaFault> faults)
    {
        var bodies = new HashSet<ShapeDraft>(kinds.Select(kind => kind.Body));
        return new SchemaModel
        {
            Kinds = kinds.Select(kind => Kind(kind, names))
                .OrderBy(kind => kind.Group, StringComparer.Ordinal).ThenBy(kind => kind.Version, StringComparer.Ordinal).ThenBy(kind => kind.Kind, StringComparer.Ordinal).ToEquatableArray(),
            Shapes = shapes.Where(shape => !bodies.Contains(shape)).Select(shape => Shape(shape, names[shape], names)).OrderBy(shape => shape.Name.ToString(), StringComparer.Ordinal).ToEquatableArray(),
            Enums = enums.Select(values => Enum(values, names[values])).OrderBy(values => values.Name.ToString(), StringComparer.Ordinal).ToEquatableArray(),
            Faults = faults,
        };
    }

    private static SchemaKind Kind(KindDraft kind, DraftNames names) => new(kind.Group, kind.Version, kind.Kind, Shape(kind.Body, names[kind.Body], names))
    {
        Plural = kind.Plural,
        Singular = kind.Singular,
        ShortNames = kind.ShortNames,
        Scope = kind.Scope,
        Served = kind.Served,
        Storage = kind.Storage,
        Deprecated = kind.Deprecated,
        DeprecationWarning = kind.DeprecationWarning,
    };

    private static SchemaShape Shape(ShapeDraft shape, SchemaTypeName name, DraftNames names)
    {
        var properties = SchemaNames.Unique(shape.Fields.Select(field => field.Name).ToList(), [name.Name, .. ReservedMembers]);
        return new SchemaShape(name, shape.Id, shape.Fields.Select((field, i) => new SchemaField(field.Name, properties[i], Type(field.Type, names))
        {
            Required = field.Required,
            Nullable = field.Nullable,
            Default = field.Default,
            Description = field.Description,
        }).ToEquatableArray())
        {
            Description = shape.Description,
            DocsUrl = shape.DocsUrl,
            PreserveUnknown = shape.PreserveUnknown,
        };
    }

    /// <summary>What every object has: a property of that name would hide it.</summary>
    private static readonly string[] ReservedMembers = ["GetHashCode", "GetType", "ToString", "Equals", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    private static SchemaEnum Enum(EnumDraft values, SchemaTypeName name)
    {
        var members = SchemaNames.Unique(values.Values, [name.Name, .. ReservedMembers]);
        return new SchemaEnum(name, values.Id, values.Values.Select((value, i) => new SchemaEnumValue(value, members[i])).ToEquatableArray())
        {
            Description = values.Description,
            DocsUrl = values.DocsUrl,
        };
    }

    private static SchemaType Type(TypeDraft type, DraftNames names) => new(type.Kind)
    {
        Name = type.External ?? (type.Shape is { } shape ? names[shape] : type.Enum is { } values ? names[values] : null),
        IsExternal = type.External is not null,
        Item = type.Item is null ? null : Type(type.Item, names),
        Nullable = type.Nullable,
        Constraints = type.Constraints,
    };
}
