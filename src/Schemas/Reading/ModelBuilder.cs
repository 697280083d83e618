namespace GitOps;

/// <summary>From drafts and their names to the model.</summary>
internal static class ModelBuilder
{
    public static SchemaModel Build(IReadOnlyList<KindDraft> kinds, DraftNames names, IEnumerable<ShapeDraft> shapes, IEnumerable<EnumDraft> enums, EquatableArray<SchemaFault> faults)
    {
        var bodies = new HashSet<ShapeDraft>(kinds.Select(kind => kind.Body));
        shapes = shapes.ToList();
        return new SchemaModel
        {
            Kinds = kinds.Select(kind => Kind(kind, names))
                .OrderBy(kind => kind.Group, StringComparer.Ordinal).ThenBy(kind => kind.Version, StringComparer.Ordinal).ThenBy(kind => kind.Kind, StringComparer.Ordinal).ToEquatableArray(),
            Shapes = shapes.Where(shape => !bodies.Contains(shape)).Select(shape => Shape(shape, names[shape], names)).OrderBy(shape => shape.Name.ToString(), StringComparer.Ordinal).ToEquatableArray(),
            Variants = Variants(kinds.Select(kind => kind.Body).Concat(shapes), names).Select(shape => Shape(shape, VariantName(shape), names)).OrderBy(shape => shape.Name.Name, StringComparer.Ordinal).ToEquatableArray(),
            Enums = enums.Select(values => Enum(values, names[values])).OrderBy(values => values.Name.ToString(), StringComparer.Ordinal).ToEquatableArray(),
            Faults = faults,
        };
    }

    /// <summary>What stands for a named type somewhere below the shapes, each once.</summary>
    private static IReadOnlyList<ShapeDraft> Variants(IEnumerable<ShapeDraft> shapes, DraftNames names)
    {
        var found = new List<ShapeDraft>();
        var seen = new HashSet<ShapeDraft>();
        var queue = new Queue<ShapeDraft>(shapes);
        while (queue.Count > 0)
            foreach (var field in queue.Dequeue().Fields)
                for (var type = field.Type; type is not null; type = type.Item)
                    if ((type.Variant ?? Unnamed(type, names)) is { } variant && seen.Add(variant))
                    {
                        found.Add(variant);
                        queue.Enqueue(variant);
                    }
        return found;
    }

    /// <summary>A structure that is met inside variants alone has no C# name.</summary>
    private static ShapeDraft? Unnamed(TypeDraft type, DraftNames names) => type.Shape is { } shape && !names.Knows(shape) ? shape : null;

    private static SchemaTypeName VariantName(ShapeDraft variant) => new("", variant.ExactId.Substring(0, 16));

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
        HasStatus = kind.HasStatus,
        ReplicasPath = kind.ReplicasPath,
        Constraints = kind.Constraints,
    };

    private static SchemaShape Shape(ShapeDraft shape, SchemaTypeName name, DraftNames names)
    {
        var properties = SchemaNames.Properties(shape.Fields.Select(field => field.Name).ToList(), name.Name);
        return new SchemaShape(name, shape.Id, shape.Fields.Select((field, i) => new SchemaField(field.Name, properties[i], Type(field.Type, names))
        {
            Required = field.Required,
            Nullable = field.Nullable,
            Default = field.Default,
            MayBeGiven = field.MayBeGiven,
            Description = field.Description,
        }).ToEquatableArray())
        {
            Description = shape.Description,
            DocsUrl = shape.DocsUrl,
            PreserveUnknown = shape.PreserveUnknown,
            IsMerged = shape.IsMerged,
        };
    }

    private static SchemaEnum Enum(EnumDraft values, SchemaTypeName name)
    {
        var members = SchemaNames.Properties(values.Values, name.Name);
        return new SchemaEnum(name, values.Id, values.Values.Select((value, i) => new SchemaEnumValue(value, members[i])).ToEquatableArray())
        {
            Description = values.Description,
            DocsUrl = values.DocsUrl,
        };
    }

    public static SchemaType Type(TypeDraft type, DraftNames names) => new(type.Kind)
    {
        Name = type.External ?? (Unnamed(type, names) is { } unnamed ? VariantName(unnamed) : type.Shape is { } shape ? names[shape] : type.Enum is { } values ? names[values] : null),
        IsExternal = type.External is not null,
        Variant = (type.Variant ?? Unnamed(type, names)) is { } variant ? VariantName(variant) : null,
        Item = type.Item is null ? null : Type(type.Item, names),
        Nullable = type.Nullable,
        Constraints = type.Constraints,
    };
}
