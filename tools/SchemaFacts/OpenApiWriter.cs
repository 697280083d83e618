using System.Globalization;
using System.Text;

namespace GitOps.SchemaFacts;

/// <summary>Writes a part of a model as an OpenAPI v3 document: facts, our own words, references to what other files hold.</summary>
internal sealed class OpenApiWriter(string file, string csharpNamespace, Func<SchemaTypeName, string> fileOf, DocTexts docs, string reference)
{
    private readonly SortedDictionary<string, string> files = new(StringComparer.Ordinal);
    private readonly StringBuilder text = new();

    public string Write(IEnumerable<SchemaKind> kinds, IEnumerable<SchemaShape> shapes, IEnumerable<SchemaEnum> enums, string title, string version)
    {
        foreach (var kind in kinds.OrderBy(kind => kind.Name.Name, StringComparer.Ordinal))
            Kind(kind);
        foreach (var shape in shapes.OrderBy(shape => shape.Name.Name, StringComparer.Ordinal))
            Shape(shape, null);
        foreach (var values in enums.OrderBy(values => values.Name.Name, StringComparer.Ordinal))
            Enum(values);
        var head = new StringBuilder();
        head.Append("# Written by tools/SchemaFacts; our words come from docs/, names from names.yaml.\n");
        head.Append("openapi: 3.0.3\ninfo:\n  title: ").Append(Scalar(title)).Append("\n  version: ").Append(Scalar(version)).Append('\n');
        head.Append("x-gitops-namespace: ").Append(csharpNamespace).Append('\n');
        if (files.Count > 0)
        {
            head.Append("x-gitops-files:\n");
            foreach (var (name, otherNamespace) in files)
                head.Append("  ").Append(name).Append(": ").Append(otherNamespace).Append('\n');
        }
        head.Append("paths: {}\ncomponents:\n  schemas:\n");
        return head.Append(text).ToString();
    }

    public static string Scalar(string value)
    {
        var isPlain = value.Length > 0 && value[^1] != ':' && Yaml11.ReadPlain(value) is { Kind: YamlValueKind.String } read && read.Text == value
            && Yaml12.Resolve(value).Kind == YamlValueKind.String && value.AsSpan().IndexOfAny(",[]{}\n") < 0 && !"=<~".Contains(value[0]);
        return isPlain ? value : JsonText.Quote(value);
    }

    private void Kind(SchemaKind kind) => Shape(kind.Body, kind);

    private void Shape(SchemaShape shape, SchemaKind? kind)
    {
        Line(4, shape.Name.Name + ":");
        Line(6, "type: object");
        if (docs[shape.Name] is { } words)
            Line(6, "description: " + Scalar(words));
        Line(6, $"externalDocs: {{url: {Scalar(reference)}}}");
        if (kind is not null)
        {
            Line(6, $"x-kubernetes-group-version-kind: [{{group: {Scalar(kind.Group)}, kind: {Scalar(kind.Kind)}, version: {Scalar(kind.Version)}}}]");
            Line(6, $"x-gitops-kind: {KindFacts(kind)}");
        }
        if (shape.PreserveUnknown)
            Line(6, "x-kubernetes-preserve-unknown-fields: true");
        var required = shape.Fields.Where(field => field.Required).Select(field => Scalar(field.Name)).ToList();
        if (required.Count > 0)
            Line(6, $"required: [{string.Join(", ", required)}]");
        Line(6, shape.Fields.Count > 0 ? "properties:" : "properties: {}");
        foreach (var field in shape.Fields)
        {
            Line(8, Scalar(field.Name) + ":");
            Type(10, field.Type, field.Nullable, field.Default, docs[shape.Name, field.Name]);
        }
    }

    private void Enum(SchemaEnum values)
    {
        Line(4, values.Name.Name + ":");
        Line(6, "type: string");
        Line(6, $"externalDocs: {{url: {Scalar(reference)}}}");
        Line(6, $"enum: [{string.Join(", ", values.Values.Select(value => Scalar(value.Value)))}]");
    }

    private static string KindFacts(SchemaKind kind)
    {
        var facts = new List<string> { "plural: " + Scalar(kind.Plural), "singular: " + Scalar(kind.Singular), "scope: " + kind.Scope };
        if (!kind.ShortNames.IsEmpty)
            facts.Add($"shortNames: [{string.Join(", ", kind.ShortNames.Select(Scalar))}]");
        if (!kind.Storage)
            facts.Add("storage: false");
        if (kind.Deprecated)
            facts.Add("deprecated: true");
        if (kind.ReplicasPath is { } replicas)
            facts.Add("replicas: " + Scalar(replicas));
        if (!kind.HasStatus)
            facts.Add("status: false");
        return $"{{{string.Join(", ", facts)}}}";
    }

    private void Type(int indent, SchemaType type, bool nullable, string? value, string? words)
    {
        if (words is not null)
            Line(indent, "description: " + Scalar(words));
        if (nullable)
            Line(indent, "nullable: true");
        if (value is not null)
            Line(indent, "default: " + value);
        if (type.Name is { } name)
        {
            var target = fileOf(name) == file ? "" : fileOf(name) + ".yaml";
            if (target.Length > 0)
                files[target] = name.Namespace;
            var link = $"$ref: '{target}#/components/schemas/{name.Name}'";
            // Beside a reference nothing else may stand; who reads an enum of another file must know that it is a text.
            var isEnum = type.Kind == SchemaTypeKind.String;
            if (isEnum)
                Line(indent, "type: string");
            Line(indent, words is null && !nullable && value is null && type.Constraints is null && !isEnum ? link : $"allOf: [{{{link}}}]");
        }
        else
            Line(indent, type.Kind switch
            {
                SchemaTypeKind.String or SchemaTypeKind.Duration => "type: string",
                SchemaTypeKind.Int32 => "type: integer\nformat: int32",
                SchemaTypeKind.Int64 => "type: integer",
                SchemaTypeKind.Double => "type: number",
                SchemaTypeKind.Bool => "type: boolean",
                SchemaTypeKind.IntOrString => "x-kubernetes-int-or-string: true",
                SchemaTypeKind.Quantity => "x-kubernetes-int-or-string: true\nformat: quantity",
                SchemaTypeKind.List => "type: array",
                SchemaTypeKind.Any => "",
                _ => "type: object",
            });
        if (type.Constraints is { } constraints)
            foreach (var (key, flow) in Constraints(constraints))
                Line(indent, $"{key}: {flow}");
        if (type.Kind == SchemaTypeKind.Any && type.Constraints is not { PreserveUnknown: true })
            Line(indent, "x-kubernetes-preserve-unknown-fields: true");
        if (type.Item is { } item)
        {
            Line(indent, type.Kind == SchemaTypeKind.List ? "items:" : "additionalProperties:");
            Type(indent + 2, item, item.Nullable, null, null);
        }
    }

    private static IEnumerable<(string Key, string Flow)> Constraints(SchemaConstraints c)
    {
        if (c.JsonType is not null)
            yield return ("type", Scalar(c.JsonType));
        if (c.Format is not null)
            yield return ("format", Scalar(c.Format));
        if (c.Pattern is not null)
            yield return ("pattern", JsonText.Quote(c.Pattern));
        foreach (var (key, number) in new (string, double?)[] { ("minimum", c.Minimum), ("maximum", c.Maximum), ("multipleOf", c.MultipleOf), ("minLength", c.MinLength), ("maxLength", c.MaxLength), ("minItems", c.MinItems), ("maxItems", c.MaxItems), ("minProperties", c.MinProperties), ("maxProperties", c.MaxProperties) })
            if (number is { } given)
                yield return (key, Number(given));
        foreach (var (key, flag) in new[] { ("exclusiveMinimum", c.ExclusiveMinimum), ("exclusiveMaximum", c.ExclusiveMaximum), ("uniqueItems", c.UniqueItems), ("x-kubernetes-embedded-resource", c.EmbeddedResource), ("x-kubernetes-preserve-unknown-fields", c.PreserveUnknown) })
            if (flag)
                yield return (key, "true");
        if (c.ListType is not null)
            yield return ("x-kubernetes-list-type", Scalar(c.ListType));
        if (!c.ListMapKeys.IsEmpty)
            yield return ("x-kubernetes-list-map-keys", $"[{string.Join(", ", c.ListMapKeys.Select(Scalar))}]");
        if (c.MapType is not null)
            yield return ("x-kubernetes-map-type", Scalar(c.MapType));
        if (!c.Enum.IsEmpty)
            yield return ("enum", $"[{string.Join(", ", c.Enum)}]");
        if (!c.Rules.IsEmpty)
            yield return ("x-kubernetes-validations", "[" + string.Join(", ", c.Rules.Select(Rule)) + "]");
        foreach (var (key, group) in new[] { ("allOf", c.AllOf), ("anyOf", c.AnyOf), ("oneOf", c.OneOf) })
            if (!group.IsEmpty)
                yield return (key, "[" + string.Join(", ", group.Select(Flow)) + "]");
        if (c.Not is not null)
            yield return ("not", Flow(c.Not));
        if (!c.Required.IsEmpty)
            yield return ("required", $"[{string.Join(", ", c.Required.Select(Scalar))}]");
        if (!c.Properties.IsEmpty)
            yield return ("properties", "{" + string.Join(", ", c.Properties.Select(property => $"{Scalar(property.Name)}: {Flow(property.Constraints)}")) + "}");
        if (c.Items is not null)
            yield return ("items", Flow(c.Items));
    }

    private static string Flow(SchemaConstraints constraints) => "{" + string.Join(", ", Constraints(constraints).Select(entry => $"{entry.Key}: {entry.Flow}")) + "}";

    private static string Rule(SchemaRule rule)
    {
        var parts = new List<string> { "rule: " + JsonText.Quote(rule.Expression) };
        if (rule.Reason is not null)
            parts.Add("reason: " + Scalar(rule.Reason));
        if (rule.FieldPath is not null)
            parts.Add("fieldPath: " + JsonText.Quote(rule.FieldPath));
        if (rule.OptionalOldSelf)
            parts.Add("optionalOldSelf: true");
        return "{" + string.Join(", ", parts) + "}";
    }

    private static string Number(double number) => number.ToString(Math.Floor(number) == number && Math.Abs(number) < 1e15 ? "0" : "R", CultureInfo.InvariantCulture);

    private void Line(int indent, string lines)
    {
        foreach (var line in lines.Split('\n'))
            if (line.Length > 0)
                text.Append(' ', indent).Append(line).Append('\n');
    }
}
