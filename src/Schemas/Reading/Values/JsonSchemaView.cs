namespace GitOps;

/// <summary>What several schemas ask of one value together: references followed, <c>allOf</c> joined. Alternatives (<see cref="Unions"/>) stay as they are.</summary>
internal sealed class JsonSchemaView
{
    private static readonly string[] Scalars = ["string", "integer", "number", "boolean"];

    private const int MostDepth = 100;
    private const int MostSteps = 2_000;

    private readonly JsonSchemaFiles files;
    private readonly HashSet<YamlNode> open = [];
    private readonly Dictionary<string, List<SchemaPart>> byName = new(StringComparer.Ordinal);
    private readonly List<HashSet<string>> onlyThese = [];
    private bool hasTypes;
    private bool isNullable = true;
    private bool isClosed;
    private int steps;
    private bool isCutShort;

    private JsonSchemaView(JsonSchemaFiles files) => this.files = files;

    /// <summary>The JSON types without <c>null</c>; empty where any is taken.</summary>
    public IReadOnlyList<string> Types { get; private set; } = [];

    public bool IsNullable => hasTypes && isNullable || HasNullAlternative;

    /// <summary>Null and nothing else.</summary>
    public bool IsOnlyNull => hasTypes && isNullable && Types.Count == 0;

    /// <summary>One of the alternatives is null.</summary>
    public bool HasNullAlternative { get; set; }

    /// <summary>The fields in their order, each with all that is asked of it.</summary>
    public List<(string Name, List<SchemaPart> Parts)> Fields { get; } = [];

    /// <summary>No fields but these.</summary>
    public bool IsClosed => isClosed;

    /// <summary>What is asked of fields without a name: one schema for each source of such.</summary>
    public List<SchemaPart> Others { get; } = [];

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string>? Enum { get; private set; }

    public List<SchemaPart> Items { get; } = [];

    public bool IsTuple { get; private set; }

    public List<SchemaConstraints> Limits { get; } = [];

    /// <summary>Lists of alternatives, of which exactly one, or one at least, must hold.</summary>
    public List<(bool IsExclusive, JsonSchemaDocument Document, IReadOnlyList<YamlNode> Nodes)> Unions { get; } = [];

    /// <summary>Schemas with a condition that is no part of the structure: <c>not</c>, <c>if</c>, dependencies.</summary>
    public List<SchemaPart> Conditional { get; } = [];

    public string? Description { get; private set; }

    public string? Default { get; private set; }

    /// <summary>Nothing can be said of the value's structure: no type, no fields, no items, no values.</summary>
    public bool SaysNothing => Types.Count == 0 && Fields.Count == 0 && Others.Count == 0 && Items.Count == 0 && Enum is null && !IsTuple;

    public static JsonSchemaView Of(IEnumerable<SchemaPart> parts, JsonSchemaFiles files)
    {
        var view = new JsonSchemaView(files);
        foreach (var part in parts)
            view.Add(part);
        view.Finish();
        return view;
    }

    /// <summary>The schema at the end of plain references; null when they lead nowhere, or in a circle.</summary>
    public static SchemaPart? Target(SchemaPart part, JsonSchemaFiles files)
    {
        var seen = new HashSet<YamlNode>();
        while (part.Mapping is { } mapping && mapping["$ref"] is YamlScalar reference && IsPlain(part.Document, mapping))
        {
            if (!seen.Add(mapping))
            {
                part.Document.Faults.Add(SchemaFaultKind.Reference, $"the reference '{reference.Text}' leads back to itself; anything is taken here", reference.Start);
                return null;
            }

            if (files.Resolve(part.Document, reference) is not { } next)
                return null;
            part = next;
        }

        return part;
    }

    /// <summary>A reference, and beside it nothing that counts.</summary>
    public static bool IsPlain(JsonSchemaDocument document, YamlMapping mapping) => document.IgnoresSiblings
        || mapping.Entries.All(static entry => entry.Name is "$ref" or "description" or "title" or "default" or "examples" or "$comment" or "deprecated" or "$schema" or "$id" or "$defs" or "definitions" or "type");

    private void Add(SchemaPart part)
    {
        // However long a chain of references is, it is one step.
        if (part.Mapping is { } reference && reference["$ref"] is YamlScalar && IsPlain(part.Document, reference))
        {
            if (Target(part, files) is { } target)
                Add(target);
            Description = reference.Text("description") ?? Description;
            Default = reference["default"] is { } preset ? JsonText.Of(preset) : Default;
            return;
        }

        if (part.Mapping is not { } node)
        {
            // `false` takes nothing: as a part of others it closes them.
            if (part.Node is YamlScalar { Text: "false" })
                isClosed = true;
            return;
        }

        if (open.Count > MostDepth || ++steps > MostSteps)
        {
            if (!isCutShort)
                part.Document.Faults.Unsupported("the schema has more parts than can be joined; the rest is left out", node.Start);
            isCutShort = true;
            return;
        }

        if (!open.Add(node))
        {
            part.Document.Faults.Add(SchemaFaultKind.Reference, "the schema is a part of itself; what it adds is left out", node.Start);
            return;
        }

        Add(part.Document, JsonSchemaKeywords.Read(node, part.Document.Faults), node);
        open.Remove(node);
    }

    private void Add(JsonSchemaDocument document, JsonSchemaKeywords keywords, YamlMapping node)
    {
        if (keywords.Ref is { } reference)
        {
            if (files.Resolve(document, reference) is { } target)
                Add(target);
            Description = keywords.Description ?? Description;
            Default = keywords.Default ?? Default;
            if (document.IgnoresSiblings)
                return;
        }

        AddTypes(keywords.Types ?? Inferred(keywords));
        foreach (var property in keywords.Properties?.Entries ?? [])
            AddField(property, document);
        AddOthers(document, keywords);
        Required.UnionWith(keywords.Required);
        if (keywords.Enum is { } values)
            Enum = Enum is null ? values : Enum.Intersect(values).ToList();
        if (keywords.Items is { } items)
            Items.Add(new SchemaPart(document, items));
        IsTuple |= keywords.IsTuple;
        if (keywords.Limits != SchemaConstraints.None)
            Limits.Add(keywords.Limits);
        Description = keywords.Description ?? Description;
        Default = keywords.Default ?? Default;
        foreach (var inner in keywords.AllOf)
            Add(new SchemaPart(document, inner));
        AddUnion(isExclusive: false, document, keywords.AnyOf);
        AddUnion(isExclusive: true, document, keywords.OneOf);
        if (keywords.Not is not null || keywords.If is not null || keywords.Dependencies.Count > 0)
            Conditional.Add(new SchemaPart(document, node));
    }

    private void AddField(YamlEntry property, JsonSchemaDocument document)
    {
        if (property.Value is not (YamlMapping or YamlScalar { Core.Kind: YamlValueKind.Bool }))
        {
            document.Faults.Invalid($"the field '{property.Name}' has no schema", property.Value.Start);
            return;
        }

        if (!byName.TryGetValue(property.Name, out var parts))
        {
            byName.Add(property.Name, parts = []);
            Fields.Add((property.Name, parts));
        }

        // `{}` and `true` ask nothing: they only make the field known.
        if (property.Value is YamlMapping { Entries.Count: > 0 } or YamlScalar { Text: "false" } || parts.Count == 0)
        {
            parts.RemoveAll(static part => part.Node is not YamlMapping { Entries.Count: > 0 });
            parts.Add(new SchemaPart(document, property.Value));
        }
    }

    private void AddOthers(JsonSchemaDocument document, JsonSchemaKeywords keywords)
    {
        foreach (var pattern in keywords.Patterns?.Entries ?? [])
            Others.Add(new SchemaPart(document, pattern.Value));
        switch (keywords.Additional)
        {
            case YamlScalar { Text: "false" }:
                if (keywords.Patterns is not { Entries.Count: > 0 })
                    isClosed = true;
                if (!keywords.IsUnevaluated && keywords.Patterns is not { Entries.Count: > 0 })
                    onlyThese.Add([.. keywords.Properties?.Entries.Select(static entry => entry.Name) ?? []]);
                break;
            case YamlMapping others:
                Others.Add(new SchemaPart(document, others));
                break;
        }
    }

    private void AddUnion(bool isExclusive, JsonSchemaDocument document, IReadOnlyList<YamlNode> nodes)
    {
        if (nodes.Count == 1)
            Add(new SchemaPart(document, nodes[0]));
        else if (nodes.Count > 1)
            Unions.Add((isExclusive, document, nodes));
    }

    private void AddTypes(IReadOnlyList<string>? types)
    {
        if (types is null)
            return;
        isNullable = hasTypes ? isNullable && types.Contains("null") : types.Contains("null");
        var others = types.Where(static type => type != "null").ToList();
        // Where only null was left nothing has a type.
        Types = Types.Count == 0 ? others : Both(Types, others);
        hasTypes = true;
    }

    /// <summary>An integer is a number.</summary>
    private static List<string> Both(IReadOnlyList<string> first, IReadOnlyList<string> second) =>
        [.. first.Where(type => second.Contains(type) || type == "integer" && second.Contains("number")), .. second.Where(type => type == "integer" && first.Contains("number") && !first.Contains("integer"))];

    /// <summary>Where no type is asked for, what the other keywords speak of is meant: they say nothing of a value of another type, but nobody writes one.</summary>
    private static IReadOnlyList<string>? Inferred(JsonSchemaKeywords keywords)
    {
        if (keywords.Properties is not null || keywords.Patterns is not null || keywords.Additional is YamlMapping)
            return ["object"];
        if (keywords.Items is YamlMapping || keywords.IsTuple)
            return ["array"];
        if (keywords.Enum is not { Count: > 0 } values)
            return null;
        var types = values.Select(static value => value[0] switch
        {
            '"' => "string",
            '{' => "object",
            '[' => "array",
            't' or 'f' => "boolean",
            'n' => "null",
            _ => "number",
        }).Distinct().ToList();
        return types;
    }

    private void Finish()
    {
        if (onlyThese.Count > 0)
            Fields.RemoveAll(field => onlyThese.Exists(names => !names.Contains(field.Name)));
    }

    /// <summary>All types are such as stand in one line.</summary>
    public static bool AreScalars(IEnumerable<string> types) => types.All(Scalars.Contains);
}
