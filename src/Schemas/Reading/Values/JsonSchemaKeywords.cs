namespace GitOps;

/// <summary>The keywords of one JSON Schema node, typed; nested schemas stay nodes.</summary>
internal sealed class JsonSchemaKeywords
{
    private readonly RawSchema limits = new();

    /// <summary>The JSON types, <c>null</c> among them; null where none is asked for.</summary>
    public IReadOnlyList<string>? Types { get; private set; }

    public YamlScalar? Ref { get; private set; }

    public string? Description { get; private set; }

    public string? Default { get; private set; }

    public YamlMapping? Properties { get; private set; }

    public YamlMapping? Patterns { get; private set; }

    /// <summary><c>additionalProperties</c>, or <c>unevaluatedProperties</c>.</summary>
    public YamlNode? Additional { get; private set; }

    /// <summary>What stands in <see cref="Additional"/> is asked of what no part of the whole schema names.</summary>
    public bool IsUnevaluated { get; private set; }

    public YamlNode? Items { get; private set; }

    /// <summary>A list with a schema for each place.</summary>
    public bool IsTuple { get; private set; }

    /// <summary>The known values as compact JSON; null where any is taken.</summary>
    public IReadOnlyList<string>? Enum { get; private set; }

    public IReadOnlyList<string> Required { get; private set; } = [];

    public IReadOnlyList<YamlNode> AllOf { get; private set; } = [];

    public IReadOnlyList<YamlNode> AnyOf { get; private set; } = [];

    public IReadOnlyList<YamlNode> OneOf { get; private set; } = [];

    public YamlNode? Not { get; private set; }

    public YamlNode? If { get; private set; }

    public YamlNode? Then { get; private set; }

    public YamlNode? Else { get; private set; }

    /// <summary>What is asked where a field is there: a schema, or a list of other fields.</summary>
    public IReadOnlyList<YamlEntry> Dependencies { get; private set; } = [];

    /// <summary>Something is asked that no condition can say (<c>contains</c>, <c>propertyNames</c> …).</summary>
    public bool IsBeyondConditions { get; private set; }

    /// <summary>Lengths, limits, patterns.</summary>
    public SchemaConstraints Limits => limits.Constraints;

    public static JsonSchemaKeywords Read(YamlMapping node, FaultList faults)
    {
        var keywords = new JsonSchemaKeywords();
        foreach (var entry in node.Entries)
            keywords.Read(entry, faults);
        return keywords;
    }

    private void Read(YamlEntry entry, FaultList faults)
    {
        var value = entry.Value;
        switch (entry.Name)
        {
            case "type":
                ReadType(value, faults);
                break;
            case "$ref" or "$dynamicRef":
                Ref = value as YamlScalar;
                if (Ref is null)
                    faults.Invalid($"'{entry.Name}' takes a text", value.Start);
                break;
            case "description":
                Description = (value as YamlScalar)?.Text;
                break;
            case "default":
                Default = JsonText.Of(value);
                break;
            case "properties":
                Properties = Mapping(entry, faults);
                break;
            case "patternProperties":
                Patterns = Mapping(entry, faults);
                break;
            case "additionalProperties":
                Additional = Schema(entry, faults);
                IsUnevaluated = false;
                break;
            case "unevaluatedProperties" when Additional is null:
                Additional = Schema(entry, faults);
                IsUnevaluated = true;
                break;
            case "items":
                if (value is YamlSequence)
                    IsTuple = true;
                else
                    Items = Schema(entry, faults);
                break;
            case "prefixItems":
                IsTuple = true;
                break;
            case "enum":
                if (value is YamlSequence values)
                    Enum = values.Items.Select(JsonText.Of).Distinct().ToList();
                else
                    faults.Invalid("'enum' takes a list of values", value.Start);
                break;
            case "const":
                Enum = [JsonText.Of(value)];
                break;
            case "required":
                // Draft 3 has a flag in each field instead; it says nothing today.
                if (value is YamlSequence names && names.Items.All(static item => item is YamlScalar))
                    Required = names.Items.Select(static item => ((YamlScalar)item).Text).ToList();
                else if (value is not YamlScalar { Core.Kind: YamlValueKind.Bool })
                    faults.Invalid("'required' takes a list of field names", value.Start);
                break;
            case "allOf":
                AllOf = Schemas(entry, faults);
                break;
            case "anyOf":
                AnyOf = Schemas(entry, faults);
                break;
            case "oneOf":
                OneOf = Schemas(entry, faults);
                break;
            case "not":
                Not = Schema(entry, faults);
                break;
            case "if":
                If = Schema(entry, faults);
                break;
            case "then":
                Then = Schema(entry, faults);
                break;
            case "else":
                Else = Schema(entry, faults);
                break;
            case "dependencies" or "dependentRequired" or "dependentSchemas":
                if (Mapping(entry, faults) is { } dependencies)
                    Dependencies = [.. Dependencies, .. dependencies.Entries];
                break;
            case "contains" or "propertyNames" or "additionalItems" or "unevaluatedItems":
                IsBeyondConditions = true;
                break;
            case "format":
                // Only what says how a number is kept: whether other formats are checked is each validator's own choice.
                if (value is YamlScalar { Text: "int32" or "int64" or "float" or "double" })
                    limits.Read(entry, faults, keepTexts: false);
                break;
            case "pattern" or "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" or "minLength" or "maxLength" or "minItems" or "maxItems"
                or "minProperties" or "maxProperties" or "uniqueItems":
                limits.Read(entry, faults, keepTexts: false);
                break;
        }
    }

    private void ReadType(YamlNode value, FaultList faults)
    {
        var names = value is YamlSequence list ? list.Items : [value];
        var types = new List<string>();
        foreach (var name in names)
            if (name is YamlScalar { Text: "object" or "array" or "string" or "integer" or "number" or "boolean" or "null" } known)
                types.Add(known.Text);
            else if (name is YamlScalar { Text: var text })
                faults.Invalid($"'{text}' is no JSON type; write object, array, string, integer, number, boolean or null", name.Start);
            else
                faults.Invalid("'type' takes the name of a JSON type, or a list of them", name.Start);
        if (types.Count > 0)
            Types = types;
    }

    private static bool IsSchema(YamlNode node) => node is YamlMapping or YamlScalar { Core.Kind: YamlValueKind.Bool };

    private static YamlNode? Schema(YamlEntry entry, FaultList faults)
    {
        if (IsSchema(entry.Value))
            return entry.Value;
        faults.Invalid($"'{entry.Name}' takes a schema", entry.Value.Start);
        return null;
    }

    private static IReadOnlyList<YamlNode> Schemas(YamlEntry entry, FaultList faults)
    {
        if (entry.Value is YamlSequence list && list.Items.All(IsSchema))
            return list.Items;
        faults.Invalid($"'{entry.Name}' takes a list of schemas", entry.Value.Start);
        return [];
    }

    private static YamlMapping? Mapping(YamlEntry entry, FaultList faults)
    {
        if (entry.Value is YamlMapping mapping)
            return mapping;
        faults.Invalid($"'{entry.Name}' takes an object", entry.Value.Start);
        return null;
    }
}
