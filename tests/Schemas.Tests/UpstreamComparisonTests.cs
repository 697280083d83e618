using System.Globalization;

namespace GitOps.Tests;

/// <summary>
/// The committed facts against the CRDs that they were taken from, field by field. The CRDs are walked as plain YAML here, without the reader of schemas,
/// so that both are held against each other.
/// </summary>
public sealed class UpstreamComparisonTests
{
    private const string Quantity = @"^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$";

    private readonly List<string> differences = [];
    private int compared;
    private bool isExact;

    [SharedTheory]
    [InlineData("flux")]
    [InlineData("cnpg")]
    [InlineData("barman-cloud")]
    [InlineData("envoy-gateway")]
    [InlineData("gateway-api")]
    [InlineData("volsync")]
    [InlineData("external-secrets", "ExternalSecret", "ClusterExternalSecret", "PushSecret", "SecretStore", "ClusterSecretStore")]
    [InlineData("sealed-secrets", "SealedSecret")]
    [InlineData("cert-manager", "Certificate", "Issuer", "ClusterIssuer")]
    [InlineData("keda", "ScaledObject", "TriggerAuthentication", "ClusterTriggerAuthentication")]
    [InlineData("dragonfly", "Dragonfly")]
    public void Nothing_is_missing_and_nothing_invented(string folder, params string[] kinds) => Compare(folder, kinds);

    [SharedTheory]
    [InlineData("flux")]
    [InlineData("cnpg")]
    [InlineData("barman-cloud")]
    [InlineData("envoy-gateway")]
    [InlineData("gateway-api")]
    [InlineData("volsync")]
    [InlineData("external-secrets", "ExternalSecret", "ClusterExternalSecret", "PushSecret", "SecretStore", "ClusterSecretStore")]
    [InlineData("sealed-secrets", "SealedSecret")]
    [InlineData("cert-manager", "Certificate", "Issuer", "ClusterIssuer")]
    [InlineData("keda", "ScaledObject", "TriggerAuthentication", "ClusterTriggerAuthentication")]
    [InlineData("dragonfly", "Dragonfly")]
    public void The_facts_that_the_assembly_carries_are_exact_in_core_types_too(string folder, params string[] kinds)
    {
        isExact = true;
        Compare(folder, kinds);
    }

    private void Compare(string folder, string[] kinds)
    {
        foreach (var file in Directory.GetFiles(SharedData.Data("crds", folder), "*.yaml"))
            foreach (var document in YamlFile.Read(File.ReadAllText(file)).Documents)
                if (document.Mapping is { } crd && (kinds.Length == 0 || kinds.Contains(At(crd, "spec", "names").Text("kind"))))
                    CompareCrd(crd);

        compared.Should().BeGreaterThan(10);
        differences.Should().BeEmpty();
    }

    private void CompareCrd(YamlMapping crd)
    {
        var spec = At(crd, "spec");
        var names = At(spec, "names");
        var (group, kindName) = (spec.Text("group")!, names.Text("kind")!);
        var versions = ((YamlSequence)spec["versions"]!).Items.Cast<YamlMapping>().ToList();
        var ours = isExact
            ? SchemaSet.Shipped.KindsNamed(kindName).Where(kind => kind.Group == group).ToList()
            : SchemaFiles.Kinds.Where(kind => kind.Group == group && kind.Kind == kindName).ToList();
        var served = versions.Where(version => version.Text("served") != "false").ToList();
        ours.Select(kind => kind.Version).Should().BeSubsetOf(served.Select(version => version.Text("name")));
        ours.Should().NotBeEmpty($"{group}/{kindName} is shipped");
        foreach (var left in served.Where(version => ours.All(kind => kind.Version != version.Text("name"))))
            (left.Text("deprecated") == "true" || left.Text("storage") == "false").Should().BeTrue($"only an old version of {kindName} may be left out, not {left.Text("name")}");
        foreach (var kind in ours)
        {
            var version = versions.Single(version => version.Text("name") == kind.Version);
            Same(kindName, "plural", kind.Plural, names.Text("plural"));
            Same(kindName, "scope", kind.Scope.ToString(), spec.Text("scope"));
            Same(kindName, "short names", string.Join(",", kind.ShortNames), string.Join(",", Texts(names["shortNames"])));
            Same(kindName, "storage", kind.Storage ? "true" : "false", version.Text("storage"));
            Same(kindName, "status", kind.HasStatus ? "true" : "false", At(version, "schema", "openAPIV3Schema", "properties")["status"] is null ? "false" : "true");
            Same(kindName, "deprecated", kind.Deprecated ? "true" : "false", version.Text("deprecated") ?? "false");
            var root = At(version, "schema", "openAPIV3Schema");
            CompareFields($"{kindName}/{kind.Version}", root, kind.Body, isRoot: true);
        }
    }

    private void CompareFields(string path, YamlMapping node, SchemaShape shape, bool isRoot = false)
    {
        var theirs = ((YamlMapping)node["properties"]!).Entries.Where(entry => !isRoot || entry.Name is not ("apiVersion" or "kind" or "status")).ToList();
        Same(path, "fields", Sorted(shape.Fields.Select(field => field.Name)), Sorted(theirs.Select(entry => entry.Name)));
        Same(path, "required", Sorted(shape.Fields.Where(field => field.Required).Select(field => field.Name)), Sorted(Texts(node["required"]).Where(name => !isRoot || name is not ("apiVersion" or "kind"))));
        foreach (var entry in theirs)
        {
            if (isRoot && entry.Name == "metadata" || shape.Fields.FirstOrDefault(field => field.Name == entry.Name) is not { } field)
                continue;
            compared++;
            var schema = (YamlMapping)entry.Value;
            var here = $"{path}.{entry.Name}";
            Same(here, "default", field.Default, schema["default"] is { } value ? JsonText.Of(value) : null);
            Same(here, "nullable", field.Nullable ? "true" : null, schema.Text("nullable"));
            CompareType(here, schema, field.Type);
        }
    }

    private void CompareType(string path, YamlMapping node, SchemaType type)
    {
        Same(path, "type", type.Kind.ToString(), ExpectedKind(node, type));
        var c = type.Constraints ?? SchemaConstraints.None;
        var isIntOrString = type.Kind is SchemaTypeKind.Quantity or SchemaTypeKind.IntOrString;
        Same(path, "pattern", c.Pattern, type.Kind == SchemaTypeKind.Quantity && node.Text("pattern") == Quantity ? null : node.Text("pattern"));
        Same(path, "format", c.Format, type.Kind is SchemaTypeKind.Int32 or SchemaTypeKind.Int64 && node.Text("format") is "int32" or "int64" || type.Kind == SchemaTypeKind.Double ? null : node.Text("format"));
        Same(path, "minimum", Number(c.Minimum), node.Text("minimum"));
        Same(path, "maximum", Number(c.Maximum), node.Text("maximum"));
        Same(path, "exclusiveMinimum", Flag(c.ExclusiveMinimum), node.Text("exclusiveMinimum"));
        Same(path, "exclusiveMaximum", Flag(c.ExclusiveMaximum), node.Text("exclusiveMaximum"));
        Same(path, "multipleOf", Number(c.MultipleOf), node.Text("multipleOf"));
        Same(path, "minLength", Number(c.MinLength), node.Text("minLength"));
        Same(path, "maxLength", Number(c.MaxLength), node.Text("maxLength"));
        Same(path, "minItems", Number(c.MinItems), node.Text("minItems"));
        Same(path, "maxItems", Number(c.MaxItems), node.Text("maxItems"));
        Same(path, "minProperties", Number(c.MinProperties), node.Text("minProperties"));
        Same(path, "maxProperties", Number(c.MaxProperties), node.Text("maxProperties"));
        Same(path, "uniqueItems", Flag(c.UniqueItems), node.Text("uniqueItems"));
        Same(path, "list type", c.ListType, node.Text("x-kubernetes-list-type"));
        Same(path, "list keys", string.Join(",", c.ListMapKeys), string.Join(",", Texts(node["x-kubernetes-list-map-keys"])));
        Same(path, "map type", c.MapType, node.Text("x-kubernetes-map-type"));
        Same(path, "embedded", Flag(c.EmbeddedResource), node.Text("x-kubernetes-embedded-resource"));
        if (type.Kind is not SchemaTypeKind.Object)
            Same(path, "preserve", Flag(c.PreserveUnknown), node.Text("x-kubernetes-preserve-unknown-fields"));
        Same(path, "rules", string.Join("\n", c.Rules.Select(rule => rule.Expression)), string.Join("\n", Mappings(node["x-kubernetes-validations"]).Select(rule => rule.Text("rule"))));
        var values = type.Kind == SchemaTypeKind.String && type.Name is { } name ? (isExact ? SchemaSet.Shipped.Enum(name)! : SchemaFiles.Enums[name]).Values.Select(value => JsonText.Quote(value.Value)) : c.Enum;
        Same(path, "enum", Sorted(values), Sorted(node["enum"] is YamlSequence list ? list.Items.Select(JsonText.Of) : []));
        foreach (var (word, group) in new[] { ("oneOf", c.OneOf), ("anyOf", c.AnyOf), ("allOf", c.AllOf) })
            if (!isIntOrString)
                Same(path, word, string.Join(",", group.Select(Text)), string.Join(",", Mappings(node[word]).Select(Text)));
        if (type.Kind == SchemaTypeKind.Object)
        {
            var shape = isExact ? SchemaSet.Shipped.Shape(type.Variant ?? type.Name!.Value)! : SchemaFiles.Shapes[type.Name!.Value];
            if (!isExact && type.IsExternal && type.Name!.Value.Namespace == "GitOps.Models.Kubernetes")
                CompareWithCore(path, node, shape);
            else
                CompareFields(path, node, shape);
        }
        else if (type.Kind == SchemaTypeKind.List)
            CompareType(path + "[]", (YamlMapping)node["items"]!, type.Item!);
        else if (type.Kind == SchemaTypeKind.Map)
            CompareType(path + "{}", (YamlMapping)node["additionalProperties"]!, type.Item!);
    }

    /// <summary>A core type may know more fields than the Kubernetes version that a CRD was made with, never fewer.</summary>
    private void CompareWithCore(string path, YamlMapping node, SchemaShape shape)
    {
        var theirs = ((YamlMapping)node["properties"]!).Entries;
        foreach (var entry in theirs)
        {
            compared++;
            var here = $"{path}.{entry.Name}";
            if (shape.Fields.FirstOrDefault(field => field.Name == entry.Name) is not { } field)
            {
                differences.Add($"{here} is no field of {shape.Name}");
                continue;
            }
            Same(here, "required", Flag(field.Required), Flag(Texts(node["required"]).Contains(entry.Name)));
            for (var (schema, type) = ((YamlMapping)entry.Value, field.Type); ;)
            {
                if (!(type.Name?.Name == "ObjectMeta" && schema["properties"] is null))
                {
                    Same(here, "type", type.Kind.ToString(), ExpectedKind(schema, type));
                    if (type.Kind == SchemaTypeKind.Object)
                        CompareWithCore(here, schema, SchemaFiles.Shapes[type.Name!.Value]);
                }
                if (type.Item is null)
                    break;
                schema = (YamlMapping)(schema["items"] ?? schema["additionalProperties"])!;
                type = type.Item;
            }
        }
        var missing = shape.Fields.Where(field => field.Required && theirs.All(entry => entry.Name != field.Name)).Select(field => field.Name).ToList();
        if (missing.Count > 0 || shape.Fields.Count - theirs.Count > 8)
            differences.Add($"{path} is hardly {shape.Name}: {shape.Fields.Count - theirs.Count} fields fewer, required {string.Join(",", missing)}");
    }

    private static string ExpectedKind(YamlMapping node, SchemaType type)
    {
        if (node.Text("x-kubernetes-int-or-string") == "true")
            return node.Text("pattern") == Quantity || Mappings(node["allOf"]).Any(part => part.Text("pattern") == Quantity) ? "Quantity" : "IntOrString";
        return node.Text("type") switch
        {
            "string" => type.Kind == SchemaTypeKind.Duration && (node.Text("pattern")?.Contains("ms", StringComparison.Ordinal) == true || node.Text("format") == "duration") ? "Duration" : "String",
            "integer" => node.Text("format") == "int32" ? "Int32" : "Int64",
            "number" => "Double",
            "boolean" => "Bool",
            "array" => "List",
            "object" when node["properties"] is YamlMapping { Entries.Count: > 0 } => "Object",
            "object" when node["additionalProperties"] is YamlMapping { Entries.Count: > 0 } => "Map",
            "object" => "FreeForm",
            null => "Any",
            var other => other,
        };
    }

    private void Same(string path, string what, string? ours, string? theirs)
    {
        if ((ours ?? "") != (theirs ?? "") && !(theirs == "false" && ours is null))
            differences.Add($"{path}: {what} is '{ours}', upstream '{theirs}'");
    }

    private static string Text(YamlMapping condition) => JsonText.Of(condition).Replace(" ", "", StringComparison.Ordinal).Length > 0 ? Canonical(condition) : "";

    /// <summary>The words of a condition, sorted: enough to see that none is lost.</summary>
    private static string Canonical(YamlMapping node) => "{" + string.Join(";", node.Entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(entry => entry.Name + "=" + entry.Value switch
    {
        YamlMapping map => Canonical(map),
        YamlSequence { Items: var items } => "[" + string.Join(",", items.Select(item => item is YamlMapping map ? Canonical(map) : ((YamlScalar)item).Text)) + "]",
        var scalar => ((YamlScalar)scalar).Text,
    })) + "}";

    private static string Text(SchemaConstraints c)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        void Add(string name, string? value)
        {
            if (value is not null)
                parts.Add(name, value);
        }
        void AddGroup(string name, EquatableArray<SchemaConstraints> group) => Add(name, group.IsEmpty ? null : "[" + string.Join(",", group.Select(Text)) + "]");
        Add("type", c.JsonType);
        Add("format", c.Format);
        Add("pattern", c.Pattern);
        Add("minimum", Number(c.Minimum));
        Add("maximum", Number(c.Maximum));
        Add("minLength", Number(c.MinLength));
        Add("maxLength", Number(c.MaxLength));
        Add("maxItems", Number(c.MaxItems));
        Add("minItems", Number(c.MinItems));
        Add("enum", c.Enum.IsEmpty ? null : "[" + string.Join(",", c.Enum.Select(value => value.Trim('"'))) + "]");
        Add("required", c.Required.IsEmpty ? null : "[" + string.Join(",", c.Required) + "]");
        Add("properties", c.Properties.IsEmpty ? null : "{" + string.Join(";", c.Properties.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => p.Name + "=" + Text(p.Constraints))) + "}");
        Add("not", c.Not is null ? null : Text(c.Not));
        Add("items", c.Items is null ? null : Text(c.Items));
        AddGroup("allOf", c.AllOf);
        AddGroup("anyOf", c.AnyOf);
        AddGroup("oneOf", c.OneOf);
        return "{" + string.Join(";", parts.Select(part => part.Key + "=" + part.Value)) + "}";
    }

    private static YamlMapping At(YamlMapping node, params string[] path) => path.Aggregate(node, (current, name) => (YamlMapping)current[name]!);

    private static IEnumerable<string> Texts(YamlNode? node) => node is YamlSequence list ? list.Items.Select(item => ((YamlScalar)item).Text) : [];

    private static IEnumerable<YamlMapping> Mappings(YamlNode? node) => node is YamlSequence list ? list.Items.OfType<YamlMapping>() : [];

    private static string Sorted(IEnumerable<string> texts) => string.Join(",", texts.Distinct().Order(StringComparer.Ordinal));

    private static string? Number(double? number) => number?.ToString("R", CultureInfo.InvariantCulture);

    private static string? Flag(bool value) => value ? "true" : null;
}
