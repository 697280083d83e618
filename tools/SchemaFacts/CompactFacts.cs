namespace GitOps.SchemaFacts;

/// <summary>
/// Writes the facts that the assembly carries (src/Schemas/Facts/*.txt): those of schemas/, files written by hand included, and beside them the variants, structures
/// of CRDs that differ from the type whose name they go by. schemas/ has no place for variants, for no C# is made of them.
/// </summary>
internal static class CompactFacts
{
    public static void Write(IReadOnlyList<SchemaModel> models, string schemas, string folder)
    {
        var all = models.Concat(Directory.GetFiles(schemas, "*.yaml").Where(IsByHand).Order(StringComparer.Ordinal)
            .Select(file => SchemaReader.Read(file, File.ReadAllText(file), new SchemaReadOptions { Known = KnownShapes.None }))).ToList();
        var trimmed = new VariantTrim(all);
        foreach (var old in Directory.GetFiles(folder, "*.txt"))
            File.Delete(old);
        foreach (var group in all.SelectMany(Types).GroupBy(type => type.Name.Namespace).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var shapes = group.Select(type => type.Shape).OfType<SchemaShape>().Select(trimmed.Trim).ToList();
            var text = new FactsWriter(group.Key).Write(shapes, trimmed.VariantsBelow(shapes), group.Select(type => type.Enum).OfType<SchemaEnum>());
            File.WriteAllText(Path.Combine(folder, FactsWriter.Short(group.Key) + ".txt"), text);
        }

        File.WriteAllText(Path.Combine(folder, "kinds.txt"), FactsWriter.WriteKinds(all.SelectMany(model => model.Kinds)));
    }

    private static bool IsByHand(string file) => File.ReadLines(file).First().StartsWith("# Written by hand", StringComparison.Ordinal);

    private static IEnumerable<(SchemaTypeName Name, SchemaShape? Shape, SchemaEnum? Enum)> Types(SchemaModel model) =>
        model.Kinds.Select(kind => (kind.Name, (SchemaShape?)kind.Body, (SchemaEnum?)null))
            .Concat(model.Shapes.Select(shape => (shape.Name, (SchemaShape?)shape, (SchemaEnum?)null)))
            .Concat(model.Enums.Select(values => (values.Name, (SchemaShape?)null, (SchemaEnum?)values)));
}

/// <summary>Drops variants that say the same as the type whose name they go by.</summary>
internal sealed class VariantTrim
{
    private readonly Dictionary<SchemaTypeName, SchemaShape> shapes;
    private readonly Dictionary<string, SchemaShape> variants = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, SchemaTypeName), bool> same = [];

    public VariantTrim(IReadOnlyList<SchemaModel> models)
    {
        shapes = models.SelectMany(model => model.Shapes.Concat(model.Kinds.Select(kind => kind.Body))).ToDictionary(shape => shape.Name);
        foreach (var variant in models.SelectMany(model => model.Variants))
            variants[variant.Name.Name] = variant;
    }

    /// <summary>The shape without needless variants.</summary>
    public SchemaShape Trim(SchemaShape shape) => shape with { Fields = shape.Fields.Select(field => field with { Type = Trim(field.Type) }).ToEquatableArray() };

    /// <summary>What these shapes need, each once.</summary>
    public IReadOnlyList<SchemaShape> VariantsBelow(IEnumerable<SchemaShape> trimmed)
    {
        var found = new Dictionary<string, SchemaShape>(StringComparer.Ordinal);
        var queue = new Queue<SchemaShape>(trimmed);
        while (queue.Count > 0)
            foreach (var field in queue.Dequeue().Fields)
                for (var type = field.Type; type is not null; type = type.Item)
                    if (type.Variant is { } name && !found.ContainsKey(name.Name))
                    {
                        found[name.Name] = Trim(variants[name.Name]);
                        queue.Enqueue(found[name.Name]);
                    }
        return found.Values.ToList();
    }

    private SchemaType Trim(SchemaType type) => type with
    {
        Variant = type.Variant is { } variant && (variant == type.Name || !IsSame(variant.Name, type.Name!.Value)) ? variant : null,
        Item = type.Item is null ? null : Trim(type.Item),
    };

    private bool IsSame(string variant, SchemaTypeName name)
    {
        if (same.TryGetValue((variant, name), out var known))
            return known;
        // A circle is the same unless something in it differs.
        same[(variant, name)] = true;
        return same[(variant, name)] = shapes.TryGetValue(name, out var shape) && IsSame(variants[variant], shape);
    }

    private bool IsSame(SchemaShape variant, SchemaShape shape)
    {
        if (variant.PreserveUnknown != shape.PreserveUnknown || variant.Fields.Count != shape.Fields.Count)
            return false;
        var byName = shape.Fields.ToDictionary(field => field.Name);
        return variant.Fields.All(field => byName.TryGetValue(field.Name, out var other)
            && field.Required == other.Required && field.Nullable == other.Nullable && field.Default == other.Default && IsSame(field.Type, other.Type));
    }

    private bool IsSame(SchemaType variant, SchemaType type) => variant.Kind == type.Kind && variant.Nullable == type.Nullable && variant.Constraints == type.Constraints
        && (variant.Name == type.Name || variant.Name == variant.Variant) && (variant.Item is null) == (type.Item is null) && (variant.Item is null || IsSame(variant.Item, type.Item!))
        && (variant.Variant == type.Variant || variant.Variant is { } inner && type.Variant is null && IsSame(inner.Name, type.Name!.Value));
}
