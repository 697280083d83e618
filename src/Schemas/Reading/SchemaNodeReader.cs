namespace GitOps;

/// <summary>Turns schema nodes into type drafts; equal structures become one shape. Whatever a node holds, the outcome is a type, with a fault where it is poorer than the source.</summary>
internal sealed class SchemaNodeReader(FaultList faults, SchemaReadOptions options, CancellationToken cancellation)
{
    private const int MostDepth = 100;

    private readonly Dictionary<string, ShapeDraft> shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ShapeDraft> variants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EnumDraft> enums = new(StringComparer.Ordinal);

    /// <summary>What a <c>$ref</c> stands for; documents without references have none.</summary>
    public Func<string, YamlMark, string, TypeDraft?>? ResolveReference { get; init; }

    /// <summary>Reads a type.</summary>
    /// <param name="fieldName">The field that holds it, for choosing among equal core types.</param>
    public TypeDraft Read(YamlMapping node, string fieldName, int depth) => Read(RawSchema.Read(node, faults, options.KeepTexts), node, fieldName, depth);

    public TypeDraft Read(RawSchema raw, YamlMapping node, string fieldName, int depth)
    {
        if (depth > MostDepth)
        {
            faults.Unsupported($"the schema is nested deeper than {MostDepth} levels; below, anything is taken", node.Start);
            return new TypeDraft(SchemaTypeKind.Any);
        }
        var reference = raw.Ref ?? SingleReference(raw);
        if (reference is not null)
            return ReadReference(reference, raw, node, fieldName);
        if (raw.IntOrString || raw.Type == "string" && raw.Constraints.Format is "int-or-string" or "quantity")
            return ReadIntOrString(raw);
        switch (raw.Type)
        {
            case "string":
                return ReadString(raw);
            case "integer":
                return Scalar(raw.Constraints.Format == "int32" ? SchemaTypeKind.Int32 : SchemaTypeKind.Int64, raw, raw.Constraints.Format is "int32" or "int64");
            case "number":
                return Scalar(SchemaTypeKind.Double, raw, raw.Constraints.Format is "double" or "float");
            case "boolean":
                return Scalar(SchemaTypeKind.Bool, raw);
            case "array":
                return new TypeDraft(SchemaTypeKind.List)
                {
                    Item = raw.Items is null ? new TypeDraft(SchemaTypeKind.Any) : Item(raw.Items, fieldName, depth + 1),
                    Constraints = Constraints(raw),
                };
            case "object":
                return ReadObject(raw, fieldName, depth);
            case null when raw.Properties is not null || raw.AdditionalSchema is not null:
                return ReadObject(raw, fieldName, depth);
            case null:
                return new TypeDraft(SchemaTypeKind.Any) { Constraints = Constraints(raw) };
            default:
                faults.Invalid($"'{raw.Type}' is no JSON type; write object, array, string, integer, number or boolean", (node["type"] ?? node).Start);
                return new TypeDraft(SchemaTypeKind.Any);
        }
    }

    /// <summary>Reads the fields of an object.</summary>
    public List<FieldDraft> ReadFields(YamlMapping properties, EquatableArray<string> required, int depth, Func<string, bool>? wanted = null)
    {
        cancellation.ThrowIfCancellationRequested();
        var fields = new List<FieldDraft>(properties.Entries.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in properties.Entries)
        {
            if (wanted is not null && !wanted(entry.Name))
                continue;
            if (entry.Value is not YamlMapping node)
            {
                faults.Invalid($"the field '{entry.Name}' has no schema", entry.Value.Start);
                continue;
            }
            // The reader of YAML has told of it already.
            if (!seen.Add(entry.Name))
                continue;
            var raw = RawSchema.Read(node, faults, options.KeepTexts);
            fields.Add(new FieldDraft(entry.Name, Read(raw, node, entry.Name, depth))
            {
                Required = Contains(required, entry.Name),
                Nullable = raw.Nullable,
                Default = raw.Default,
                Description = raw.Description,
            });
        }
        return fields;
    }

    /// <summary>The one shape of this structure.</summary>
    public ShapeDraft Intern(List<FieldDraft> fields, bool preserveUnknown, string? description)
    {
        var id = DraftKeys.Hash(DraftKeys.Of(fields, preserveUnknown));
        if (!shapes.TryGetValue(id, out var shape))
            shapes.Add(id, shape = new ShapeDraft(fields, preserveUnknown) { Id = id, ExactId = options.Exact ? ExactId(fields, preserveUnknown) : "", Description = description });
        return shape;
    }

    /// <summary>The structure itself where <paramref name="named"/> (null for a shipped type) stands for something else; null when nobody asked.</summary>
    private ShapeDraft? Variant(ShapeDraft? named, List<FieldDraft> fields, bool preserveUnknown)
    {
        if (!options.Exact)
            return null;
        var id = ExactId(fields, preserveUnknown);
        if (named?.ExactId == id)
            return null;
        if (!variants.TryGetValue(id, out var variant))
            variants.Add(id, variant = new ShapeDraft(fields, preserveUnknown) { Id = id, ExactId = id });
        return variant;
    }

    private static string ExactId(List<FieldDraft> fields, bool preserveUnknown) => DraftKeys.Hash(DraftKeys.Of(fields, preserveUnknown, exact: true));

    /// <summary>The one enum of these values, in whatever order.</summary>
    public EnumDraft InternEnum(IReadOnlyList<string> values)
    {
        var key = string.Join("\n", values.OrderBy(value => value, StringComparer.Ordinal));
        if (!enums.TryGetValue(key, out var known))
            enums.Add(key, known = new EnumDraft(values));
        return known;
    }

    /// <summary>What a schema asks for beyond its type, or null.</summary>
    public SchemaConstraints? Constraints(RawSchema raw, bool dropFormat = false)
    {
        var constraints = raw.Constraints;
        if (dropFormat)
            constraints = constraints with { Format = null };
        if (raw.PreserveUnknown)
            constraints = constraints with { PreserveUnknown = true };
        if (raw.AllOf.Count > 0 || raw.AnyOf.Count > 0 || raw.OneOf.Count > 0 || raw.Not is not null)
            constraints = constraints with
            {
                AllOf = Conditions(raw.AllOf),
                AnyOf = Conditions(raw.AnyOf),
                OneOf = Conditions(raw.OneOf),
                Not = raw.Not is null ? null : Condition(raw.Not, 0),
            };
        return ReferenceEquals(constraints, SchemaConstraints.None) || constraints == SchemaConstraints.None ? null : constraints;
    }

    private TypeDraft ReadReference(string reference, RawSchema raw, YamlMapping node, string fieldName)
    {
        var target = ResolveReference?.Invoke(reference, node.Start, raw.Type ?? "");
        if (target is null)
        {
            if (ResolveReference is null)
                faults.Unsupported($"a CustomResourceDefinition holds no references; anything is taken in place of '{reference}'", node.Start);
            return new TypeDraft(SchemaTypeKind.Any);
        }
        if (raw.AllOf.Count > 0)
            raw.AllOf = [];
        var own = Constraints(raw);
        if (own is null && !raw.Nullable)
            return target;
        return new TypeDraft(target.Kind)
        {
            Shape = target.Shape,
            Variant = target.Variant,
            External = target.External,
            Candidates = target.Candidates,
            Enum = target.Enum,
            Item = target.Item,
            Constraints = own is null ? target.Constraints : target.Constraints is null ? own : own with { AllOf = own.AllOf.Append(target.Constraints).ToEquatableArray() },
        };
    }

    /// <summary>OpenAPI's way to say something beside a reference.</summary>
    private static string? SingleReference(RawSchema raw) =>
        raw.AllOf.Count == 1 && raw.Properties is null && raw.AllOf[0].Entries.Count == 1 ? raw.AllOf[0].Text("$ref") : null;

    private TypeDraft ReadIntOrString(RawSchema raw)
    {
        var isQuantity = raw.Constraints.Format == "quantity" || QuantityAndDuration.IsQuantity(raw.Constraints.Pattern)
            || raw.AllOf.Any(part => QuantityAndDuration.IsQuantity(part.Text("pattern")));
        // Number or text is what the type says already.
        raw.AnyOf = raw.AnyOf.Where(part => !IsTypeOnly(part)).ToList();
        raw.AllOf = raw.AllOf.Where(part => !IsIntOrString(part) && !(isQuantity && part.Entries.Count == 1 && QuantityAndDuration.IsQuantity(part.Text("pattern")))).ToList();
        raw.PreserveUnknown = false;
        var constraints = raw.Constraints with { Format = null };
        raw.Constraints = isQuantity && QuantityAndDuration.IsQuantity(constraints.Pattern) ? constraints with { Pattern = null } : constraints;
        return new TypeDraft(isQuantity ? SchemaTypeKind.Quantity : SchemaTypeKind.IntOrString) { Constraints = Constraints(raw) };
    }

    private TypeDraft ReadString(RawSchema raw)
    {
        var isDuration = raw.Constraints.Format == "duration" || QuantityAndDuration.IsDuration(raw.Constraints.Pattern);
        if (raw.Enum is null || isDuration)
            return Scalar(isDuration ? SchemaTypeKind.Duration : SchemaTypeKind.String, raw);
        var values = raw.Enum.Items.OfType<YamlScalar>().Where(value => value.Core.Kind != YamlValueKind.Null).Select(value => value.Text).Distinct().ToList();
        if (values.Count == 0)
            return Scalar(SchemaTypeKind.String, raw);
        // One value is no choice: a type for it would be a burden.
        if (values.Count == 1)
            return Constrained(values, raw);
        return new TypeDraft(SchemaTypeKind.String) { Enum = InternEnum(values), Constraints = Constraints(raw) };
    }

    private TypeDraft Constrained(List<string> values, RawSchema raw)
    {
        raw.Constraints = raw.Constraints with { Enum = values.Select(JsonText.Quote).ToEquatableArray() };
        return new TypeDraft(SchemaTypeKind.String) { Constraints = Constraints(raw) };
    }

    private TypeDraft Scalar(SchemaTypeKind kind, RawSchema raw, bool dropFormat = false)
    {
        if (raw.Enum is { } values && kind is not SchemaTypeKind.String)
            raw.Constraints = raw.Constraints with { Enum = values.Items.Select(JsonText.Of).ToEquatableArray() };
        return new TypeDraft(kind) { Constraints = Constraints(raw, dropFormat) };
    }

    private TypeDraft ReadObject(RawSchema raw, string fieldName, int depth)
    {
        if (raw.Properties is { Entries.Count: > 0 } properties)
        {
            var fields = ReadFields(properties, raw.Required, depth + 1);
            var preserve = raw.PreserveUnknown || raw.AdditionalAny || raw.AdditionalSchema is not null;
            raw.PreserveUnknown = false;
            foreach (var name in raw.Required)
                if (!preserve && fields.All(field => field.Name != name))
                    faults.Invalid($"the required field '{name}' has no schema", properties.Start);
            var matches = preserve ? [] : options.Known.Matches(fields);
            var known = KnownShapes.Choose(matches, fieldName);
            var shape = known is null ? Intern(fields, preserve, raw.Description) : null;
            return new TypeDraft(SchemaTypeKind.Object)
            {
                External = known?.Name,
                Shape = shape,
                Variant = Variant(shape, fields, preserve),
                Candidates = matches,
                Constraints = Constraints(raw),
            };
        }
        // `type: object` with nothing else says nothing of its fields: a map of anything is the same.
        if (raw.AdditionalSchema is { Entries.Count: > 0 } values)
            return new TypeDraft(SchemaTypeKind.Map) { Item = Item(values, fieldName, depth + 1), Constraints = Constraints(raw) };
        raw.PreserveUnknown |= raw.AdditionalAny || raw.AdditionalSchema is not null;
        return new TypeDraft(SchemaTypeKind.FreeForm) { Constraints = Constraints(raw) };
    }

    private TypeDraft Item(YamlMapping node, string fieldName, int depth)
    {
        var raw = RawSchema.Read(node, faults, options.KeepTexts);
        var item = Read(raw, node, fieldName, depth);
        return !raw.Nullable ? item : new TypeDraft(item.Kind)
        {
            Shape = item.Shape,
            Variant = item.Variant,
            External = item.External,
            Candidates = item.Candidates,
            Enum = item.Enum,
            Item = item.Item,
            Constraints = item.Constraints,
            Nullable = true,
        };
    }

    private EquatableArray<SchemaConstraints> Conditions(IReadOnlyList<YamlMapping> nodes) => nodes.Select(node => Condition(node, 0)).ToEquatableArray();

    /// <summary>A schema as a condition on its own.</summary>
    public SchemaConstraints Condition(YamlMapping node, int depth)
    {
        if (depth > MostDepth)
        {
            faults.Unsupported($"the condition is nested deeper than {MostDepth} levels; the rest is not checked", node.Start);
            return SchemaConstraints.None;
        }
        var raw = RawSchema.Read(node, faults, keepTexts: false);
        if (raw.Ref is not null)
            faults.Unsupported("a reference inside a condition is not supported; the condition is not checked", node.Start);
        return raw.Constraints with
        {
            JsonType = raw.Type,
            Enum = raw.Enum is null ? default : raw.Enum.Items.Select(JsonText.Of).ToEquatableArray(),
            Required = raw.Required,
            Properties = raw.Properties is null
                ? default
                : raw.Properties.Entries.Where(entry => entry.Value is YamlMapping)
                    .Select(entry => new SchemaPropertyConstraint(entry.Name, Condition((YamlMapping)entry.Value, depth + 1))).ToEquatableArray(),
            Items = raw.Items is null ? null : Condition(raw.Items, depth + 1),
            AllOf = raw.AllOf.Select(part => Condition(part, depth + 1)).ToEquatableArray(),
            AnyOf = raw.AnyOf.Select(part => Condition(part, depth + 1)).ToEquatableArray(),
            OneOf = raw.OneOf.Select(part => Condition(part, depth + 1)).ToEquatableArray(),
            Not = raw.Not is null ? null : Condition(raw.Not, depth + 1),
        };
    }

    private static bool IsTypeOnly(YamlMapping part) => part.Entries.Count == 1 && part.Text("type") is "integer" or "string";

    private static bool IsIntOrString(YamlMapping part) => part.Entries.Count == 1 && part["anyOf"] is YamlSequence any && any.Items.All(item => item is YamlMapping one && IsTypeOnly(one));

    private static bool Contains(EquatableArray<string> names, string name)
    {
        foreach (var one in names)
            if (one == name)
                return true;
        return false;
    }
}
