namespace GitOps;

/// <summary>
/// JSON Schema as a condition that can be checked on its own, references unfolded. Null where it says something that conditions cannot: then nothing is checked, for a
/// condition that is checked in part may call a right value wrong.
/// </summary>
internal sealed class JsonSchemaConditions(JsonSchemaFiles files)
{
    private const int MostNodes = 2_000;
    private const int MostDepth = 100;

    private readonly HashSet<YamlNode> open = [];
    private int left;

    public SchemaConstraints? Of(SchemaPart part)
    {
        left = MostNodes;
        open.Clear();
        return Read(part);
    }

    /// <summary>What a schema says in <c>not</c>, <c>if</c> and its dependencies alone.</summary>
    public SchemaConstraints? OfConditional(SchemaPart part)
    {
        left = MostNodes;
        open.Clear();
        return Conditional(part.Document, JsonSchemaKeywords.Read(part.Mapping!, part.Document.Faults)) is { } all ? new SchemaConstraints { AllOf = all.ToEquatableArray() } : null;
    }

    private SchemaConstraints? Read(SchemaPart part)
    {
        if (--left < 0 || open.Count > MostDepth)
            return null;
        if (part.Mapping is not { } node)
            return part.Node is YamlScalar { Text: "false" } ? SchemaConstraints.Never : SchemaConstraints.None;
        // A schema that holds itself has no end as a condition.
        if (!open.Add(node))
            return null;
        var read = Read(part.Document, node);
        open.Remove(node);
        return read;
    }

    private SchemaConstraints? Read(JsonSchemaDocument document, YamlMapping node)
    {
        var keywords = JsonSchemaKeywords.Read(node, document.Faults);
        var all = new List<SchemaConstraints>();
        if (keywords.Ref is { } reference)
        {
            if (files.Resolve(document, reference) is not { } target || Read(target) is not { } referred)
                return null;
            if (document.IgnoresSiblings || node.Entries.Count == 1)
                return referred;
            all.Add(referred);
        }

        if (keywords.IsBeyondConditions || keywords.IsTuple || keywords.IsUnevaluated || keywords.Patterns is { Entries.Count: > 0 }
            || keywords.Limits.UniqueItems || Conditional(document, keywords) is not { } conditional
            || Properties(document, keywords) is not { } properties)
            return null;
        all.AddRange(conditional);
        SchemaConstraints? items = null;
        SchemaConstraints? additional = null;
        if (keywords.Items is { } item && (items = Read(new SchemaPart(document, item))) is null
            || keywords.Additional is { } others && (additional = Read(new SchemaPart(document, others))) is null
            || All(document, keywords.AllOf) is not { } allOf || All(document, keywords.AnyOf) is not { } anyOf || All(document, keywords.OneOf) is not { } oneOf)
            return null;
        if (keywords.Types is { Count: > 1 } types)
            all.Add(new SchemaConstraints { AnyOf = types.Select(static type => new SchemaConstraints { JsonType = type }).ToEquatableArray() });
        all.AddRange(allOf);
        return keywords.Limits with
        {
            Format = null,
            JsonType = keywords.Types is { Count: 1 } one ? one[0] : null,
            Enum = keywords.Enum is null ? default : keywords.Enum.ToEquatableArray(),
            Required = keywords.Required.ToEquatableArray(),
            Properties = properties.ToEquatableArray(),
            Additional = additional == SchemaConstraints.None ? null : additional,
            Items = items == SchemaConstraints.None ? null : items,
            AllOf = all.ToEquatableArray(),
            AnyOf = anyOf.ToEquatableArray(),
            OneOf = oneOf.ToEquatableArray(),
        };
    }

    private List<SchemaPropertyConstraint>? Properties(JsonSchemaDocument document, JsonSchemaKeywords keywords)
    {
        var properties = new List<SchemaPropertyConstraint>();
        foreach (var entry in keywords.Properties?.Entries ?? [])
            if (Read(new SchemaPart(document, entry.Value)) is { } asked)
                properties.Add(new SchemaPropertyConstraint(entry.Name, asked));
            else
                return null;
        return properties;
    }

    private List<SchemaConstraints>? All(JsonSchemaDocument document, IReadOnlyList<YamlNode> nodes)
    {
        var all = new List<SchemaConstraints>(nodes.Count);
        foreach (var node in nodes)
            if (Read(new SchemaPart(document, node)) is { } one)
                all.Add(one);
            else
                return null;
        return all;
    }

    /// <summary>"If A then B" is "not A, or B".</summary>
    private List<SchemaConstraints>? Conditional(JsonSchemaDocument document, JsonSchemaKeywords keywords)
    {
        var all = new List<SchemaConstraints>();
        if (keywords.Not is { } not)
        {
            if (Read(new SchemaPart(document, not)) is not { } denied)
                return null;
            all.Add(new SchemaConstraints { Not = denied });
        }

        if (keywords.If is { } condition && (keywords.Then ?? keywords.Else) is not null)
        {
            if (Read(new SchemaPart(document, condition)) is not { } asked)
                return null;
            if (!Implies(document, new SchemaConstraints { Not = asked }, keywords.Then, all) || !Implies(document, asked, keywords.Else, all))
                return null;
        }

        foreach (var dependency in keywords.Dependencies)
        {
            var absent = new SchemaConstraints { Not = new SchemaConstraints { Required = EquatableArray.Of(dependency.Name) } };
            if (dependency.Value is YamlSequence names)
                all.Add(new SchemaConstraints
                {
                    AnyOf = EquatableArray.Of(absent, new SchemaConstraints { Required = names.Items.OfType<YamlScalar>().Select(static name => name.Text).ToEquatableArray() }),
                });
            else if (!Implies(document, absent, dependency.Value, all))
                return null;
        }

        return all;
    }

    private bool Implies(JsonSchemaDocument document, SchemaConstraints unless, YamlNode? then, List<SchemaConstraints> all)
    {
        if (then is null)
            return true;
        if (Read(new SchemaPart(document, then)) is not { } asked)
            return false;
        all.Add(new SchemaConstraints { AnyOf = EquatableArray.Of(unless, asked) });
        return true;
    }
}
