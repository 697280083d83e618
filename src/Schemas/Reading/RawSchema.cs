using System.Globalization;

namespace GitOps;

/// <summary>The keywords of one schema node, read in one pass and typed; nested schemas stay nodes.</summary>
internal sealed class RawSchema
{
    public string? Type;
    public bool Nullable;
    public string? Ref;
    public string? Description;
    public string? Default;
    public string? Name;
    public string? DocsUrl;
    public bool IntOrString;
    public bool PreserveUnknown;
    public YamlMapping? Properties;
    public YamlMapping? Items;
    public YamlMapping? AdditionalSchema;
    public bool AdditionalAny;
    public YamlSequence? Enum;
    public IReadOnlyList<YamlMapping> AllOf = [];
    public IReadOnlyList<YamlMapping> AnyOf = [];
    public IReadOnlyList<YamlMapping> OneOf = [];
    public YamlMapping? Not;
    public EquatableArray<string> Required;

    /// <summary>All that is a constraint by itself.</summary>
    public SchemaConstraints Constraints = SchemaConstraints.None;

    public static RawSchema Read(YamlMapping node, FaultList faults, bool keepTexts)
    {
        var raw = new RawSchema();
        foreach (var entry in node.Entries)
            raw.Read(entry, faults, keepTexts);
        return raw;
    }

    /// <summary>Reads one keyword; one that is not known says nothing.</summary>
    public void Read(YamlEntry entry, FaultList faults, bool keepTexts)
    {
        var value = entry.Value;
        switch (entry.Name)
        {
            case "type":
                ReadType(value, faults);
                break;
            case "$ref":
                Ref = Text(entry, faults);
                break;
            case "description":
                if (keepTexts)
                    Description = Text(entry, faults);
                break;
            case "externalDocs":
                DocsUrl = (value as YamlMapping)?.Text("url");
                break;
            case "default":
                Default = JsonText.Of(value);
                break;
            case "nullable":
                Nullable = Bool(entry, faults);
                break;
            case "properties":
                Properties = Mapping(entry, faults);
                break;
            case "items":
                if (value is YamlSequence tuple)
                    faults.Unsupported("a list with a schema for each place is not supported; its items are taken as anything", tuple.Start);
                else
                    Items = Mapping(entry, faults);
                break;
            case "additionalProperties":
                if (value is YamlScalar)
                    AdditionalAny = Bool(entry, faults);
                else
                    AdditionalSchema = Mapping(entry, faults);
                break;
            case "required":
                if (value is YamlSequence)
                    Required = Texts(entry, faults);
                else if (value is not YamlScalar { Core.Kind: YamlValueKind.Bool })
                    faults.Invalid("'required' takes a list of field names", value.Start);
                break;
            case "enum":
                Enum = value as YamlSequence;
                if (Enum is null)
                    faults.Invalid("'enum' takes a list of values", value.Start);
                break;
            case "allOf":
                AllOf = Mappings(entry, faults);
                break;
            case "anyOf":
                AnyOf = Mappings(entry, faults);
                break;
            case "oneOf":
                OneOf = Mappings(entry, faults);
                break;
            case "not":
                Not = Mapping(entry, faults);
                break;
            case "format":
                Constraints = Constraints with { Format = Text(entry, faults) };
                break;
            case "pattern":
                Constraints = Constraints with { Pattern = Text(entry, faults) };
                break;
            case "minimum":
                Constraints = Constraints with { Minimum = Number(entry, faults) };
                break;
            case "maximum":
                Constraints = Constraints with { Maximum = Number(entry, faults) };
                break;
            case "exclusiveMinimum":
                // A number in OpenAPI 3.1 and JSON Schema, a flag before.
                Constraints = value is YamlScalar { Core.Kind: YamlValueKind.Bool }
                    ? Constraints with { ExclusiveMinimum = Bool(entry, faults) }
                    : Constraints with { Minimum = Number(entry, faults), ExclusiveMinimum = true };
                break;
            case "exclusiveMaximum":
                Constraints = value is YamlScalar { Core.Kind: YamlValueKind.Bool }
                    ? Constraints with { ExclusiveMaximum = Bool(entry, faults) }
                    : Constraints with { Maximum = Number(entry, faults), ExclusiveMaximum = true };
                break;
            case "multipleOf":
                Constraints = Constraints with { MultipleOf = Number(entry, faults) };
                break;
            case "minLength":
                Constraints = Constraints with { MinLength = Count(entry, faults) };
                break;
            case "maxLength":
                Constraints = Constraints with { MaxLength = Count(entry, faults) };
                break;
            case "minItems":
                Constraints = Constraints with { MinItems = Count(entry, faults) };
                break;
            case "maxItems":
                Constraints = Constraints with { MaxItems = Count(entry, faults) };
                break;
            case "minProperties":
                Constraints = Constraints with { MinProperties = Count(entry, faults) };
                break;
            case "maxProperties":
                Constraints = Constraints with { MaxProperties = Count(entry, faults) };
                break;
            case "uniqueItems":
                Constraints = Constraints with { UniqueItems = Bool(entry, faults) };
                break;
            case "x-kubernetes-list-type":
                Constraints = Constraints with { ListType = Text(entry, faults) };
                break;
            case "x-kubernetes-list-map-keys":
                Constraints = Constraints with { ListMapKeys = Texts(entry, faults) };
                break;
            case "x-kubernetes-map-type":
                Constraints = Constraints with { MapType = Text(entry, faults) };
                break;
            case "x-kubernetes-int-or-string":
                IntOrString = Bool(entry, faults);
                break;
            case "x-kubernetes-preserve-unknown-fields":
                PreserveUnknown = Bool(entry, faults);
                break;
            case "x-kubernetes-embedded-resource":
                Constraints = Constraints with { EmbeddedResource = Bool(entry, faults) };
                break;
            case "x-kubernetes-validations":
                Constraints = Constraints with { Rules = ReadRules(entry, faults, keepTexts) };
                break;
            case "x-gitops-name":
                Name = Text(entry, faults);
                break;
        }
    }

    private void ReadType(YamlNode value, FaultList faults)
    {
        switch (value)
        {
            case YamlScalar scalar:
                Type = scalar.Text;
                break;
            // OpenAPI 3.1 and JSON Schema: [string, "null"].
            case YamlSequence list:
                var types = list.Items.OfType<YamlScalar>().Select(item => item.Text).ToList();
                Nullable |= types.Remove("null");
                if (types.Count == 1)
                    Type = types[0];
                else if (types.Count == 2 && types.Contains("integer") && types.Contains("string"))
                    IntOrString = true;
                break;
            default:
                faults.Invalid("'type' takes the name of a JSON type", value.Start);
                break;
        }
    }

    private static EquatableArray<SchemaRule> ReadRules(YamlEntry entry, FaultList faults, bool keepTexts)
    {
        var rules = new List<SchemaRule>();
        foreach (var rule in Mappings(entry, faults))
            if (rule.Text("rule") is { } expression)
                rules.Add(new SchemaRule(expression)
                {
                    Message = keepTexts ? rule.Text("message") : null,
                    MessageExpression = rule.Text("messageExpression"),
                    Reason = rule.Text("reason"),
                    FieldPath = rule.Text("fieldPath"),
                    OptionalOldSelf = rule.Text("optionalOldSelf") == "true",
                });
            else
                faults.Invalid("a validation has no 'rule'", rule.Start);
        return rules.ToEquatableArray();
    }

    private static string? Text(YamlEntry entry, FaultList faults)
    {
        if (entry.Value is YamlScalar scalar)
            return scalar.Text;
        faults.Invalid($"'{entry.Name}' takes a text", entry.Value.Start);
        return null;
    }

    private static bool Bool(YamlEntry entry, FaultList faults)
    {
        if (entry.Value is YamlScalar { Core: { Kind: YamlValueKind.Bool } value })
            return value == YamlValue.True;
        faults.Invalid($"'{entry.Name}' takes true or false", entry.Value.Start);
        return false;
    }

    private static double? Number(YamlEntry entry, FaultList faults)
    {
        if (entry.Value is YamlScalar { Core: { IsNumber: true } value } && double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return number;
        faults.Invalid($"'{entry.Name}' takes a number", entry.Value.Start);
        return null;
    }

    private static long? Count(YamlEntry entry, FaultList faults)
    {
        if (Number(entry, faults) is not { } number)
            return null;
        if (number >= 0 && number <= long.MaxValue && Math.Floor(number) == number)
            return (long)number;
        faults.Invalid($"'{entry.Name}' takes a whole number, 0 or more", entry.Value.Start);
        return null;
    }

    private static YamlMapping? Mapping(YamlEntry entry, FaultList faults)
    {
        if (entry.Value is YamlMapping mapping)
            return mapping;
        faults.Invalid($"'{entry.Name}' takes a mapping", entry.Value.Start);
        return null;
    }

    private static IReadOnlyList<YamlMapping> Mappings(YamlEntry entry, FaultList faults)
    {
        if (entry.Value is YamlSequence list && list.Items.All(item => item is YamlMapping))
            return list.Items.Cast<YamlMapping>().ToList();
        faults.Invalid($"'{entry.Name}' takes a list of mappings", entry.Value.Start);
        return [];
    }

    private static EquatableArray<string> Texts(YamlEntry entry, FaultList faults)
    {
        if (entry.Value is YamlSequence list && list.Items.All(item => item is YamlScalar))
            return list.Items.Select(item => ((YamlScalar)item).Text).ToEquatableArray();
        faults.Invalid($"'{entry.Name}' takes a list of texts", entry.Value.Start);
        return default;
    }
}
