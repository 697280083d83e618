namespace GitOps.Tests;

public sealed class SchemaSetTests
{
    private static readonly SchemaSet Set = SchemaSet.Shipped;

    [Fact]
    public void The_assembly_carries_the_shapes_of_schemas_and_no_others()
    {
        foreach (var shape in SchemaFiles.Shapes.Values)
            Facts(Set.Shape(shape.Name)).Should().Be(Facts(shape), shape.Name.ToString());
        CarriedNames().Where(name => name[0] is not ('~' or '=')).Should().BeEquivalentTo(SchemaFiles.Shapes.Keys.Select(name => name.Name));
    }

    [Fact]
    public void The_assembly_carries_the_enums_of_schemas_and_no_others()
    {
        foreach (var values in SchemaFiles.Enums.Values)
            (Set.Enum(values.Name)! with { Id = "" }).Should().Be(values with { Id = "", Description = null, DocsUrl = null });
        CarriedNames().Where(name => name[0] == '=').Should().BeEquivalentTo(SchemaFiles.Enums.Keys.Select(name => "=" + name.Name));
    }

    [Fact]
    public void The_assembly_carries_the_kinds_of_schemas_and_no_others()
    {
        Set.Kinds.Should().BeEquivalentTo(SchemaFiles.Kinds.Select(kind => (kind.ApiVersion, kind.Kind)));
        foreach (var kind in SchemaFiles.Kinds)
        {
            var carried = Set.Find(kind.ApiVersion, kind.Kind)!;
            (carried with { Body = kind.Body }).Should().Be(kind);
            Facts(carried.Body).Should().Be(Facts(kind.Body));
            Set.KindByCSharpName(kind.Name.Namespace, kind.Name.Name).Should().Be(carried);
        }
    }

    [Fact]
    public void Every_name_in_the_facts_leads_somewhere_variants_too()
    {
        var seen = new HashSet<SchemaTypeName>();
        var queue = new Queue<SchemaShape>(SchemaFiles.Shapes.Keys.Select(name => Set.Shape(name)!));
        var variants = 0;
        while (queue.Count > 0)
            foreach (var field in queue.Dequeue().Fields)
                for (var type = field.Type; type is not null; type = type.Item)
                {
                    if (type.Kind == SchemaTypeKind.String && type.Name is { } values)
                        Set.Enum(values).Should().NotBeNull(values.ToString());
                    if (type.Kind != SchemaTypeKind.Object || !seen.Add(type.Variant ?? type.Name!.Value))
                        continue;
                    variants += type.Variant is null ? 0 : 1;
                    queue.Enqueue(Set.Shape(type.Variant ?? type.Name!.Value)!);
                }
        variants.Should().BeGreaterThan(100).And.Be(CarriedNames().Count(name => name[0] == '~'));
    }

    [Fact]
    public void The_facts_are_small()
    {
        // Half a megabyte is what an assembly that every user loads may carry.
        var assembly = typeof(SchemaSet).Assembly;
        assembly.GetManifestResourceNames().Where(name => name.StartsWith("facts/", StringComparison.Ordinal)).Sum(name => assembly.GetManifestResourceStream(name)!.Length).Should().BeLessThan(400_000);
    }

    [Theory]
    [InlineData("spec", "Object", "KustomizationSpec")]
    [InlineData("spec.interval", "Duration", null)]
    [InlineData("spec.dependsOn", "List", null)]
    [InlineData("spec.dependsOn.[0]", "Object", "HelmReleaseDependsOn")]
    [InlineData("spec.dependsOn.[12].name", "String", null)]
    [InlineData("spec.postBuild.substitute.ANY_KEY", "String", null)]
    [InlineData("spec.sourceRef.kind", "String", "KustomizationSourceRefKind")]
    [InlineData("metadata.labels.app", "String", null)]
    [InlineData("kind", "String", null)]
    public void A_place_of_a_kind_has_its_type(string path, string kind, string? name)
    {
        var type = Set.TypeAt("kustomize.toolkit.fluxcd.io/v1", "Kustomization", path.Split('.'))!;

        type.Kind.ToString().Should().Be(kind);
        if (name is not null)
            type.Name!.Value.Name.Should().Be(name);
        Set.TypeAt(Set.Find("kustomize.toolkit.fluxcd.io/v1", "Kustomization")!.Body, path.Split('.'))?.Kind.ToString().Should().Be(kind);
    }

    [Theory]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "spec.values.image.tag")]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "spec.valuse")]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "spec.[0]")]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "spec.dependsOn.name")]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "spec.interval.seconds")]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "")]
    [InlineData("helm.toolkit.fluxcd.io/v1", "HelmRelease", "spec")]
    [InlineData("helm.toolkit.fluxcd.io/v2", "Helmrelease", "spec")]
    public void Where_nothing_is_known_there_is_no_type(string apiVersion, string kind, string path) =>
        Set.TypeAt(apiVersion, kind, path.Split('.')).Should().BeNull();

    [Fact]
    public void A_core_type_inside_a_kind_is_what_its_CRD_says()
    {
        // CloudNativePG's Pooler holds a whole pod template, made with its own version of Kubernetes.
        var type = Set.TypeAt("postgresql.cnpg.io/v1", "Pooler", ["spec", "template", "spec", "containers", "[0]", "ports"])!;

        type.Constraints!.ListMapKeys.Should().Equal("containerPort", "protocol");
        Set.TypeAt("postgresql.cnpg.io/v1", "Pooler", ["spec", "template", "spec", "containers", "[0]", "ports", "[0]", "protocol"]).Should().NotBeNull();
    }

    [Fact]
    public void Kinds_of_one_name_are_found_in_every_group()
    {
        Set.KindsNamed("Cluster").Select(kind => kind.ApiVersion).Should().Equal("postgresql.cnpg.io/v1");
        Set.KindsNamed("Kustomization").Select(kind => kind.ApiVersion).Should().BeEquivalentTo("kustomize.toolkit.fluxcd.io/v1", "kustomize.config.k8s.io/v1beta1");
        Set.KindsNamed("Nothing").Should().BeEmpty();
    }

    [Fact]
    public void A_users_CRD_wins_and_takes_nothing_else_away()
    {
        var own = Set.With(Read("kustomize.toolkit.fluxcd.io", "Kustomization", "properties: {spec: {type: object, properties: {mine: {type: string}}}}"));

        own.Find("kustomize.toolkit.fluxcd.io/v1", "Kustomization")!.Body.Fields.Select(field => field.Name).Should().Equal("metadata", "spec");
        own.TypeAt("kustomize.toolkit.fluxcd.io/v1", "Kustomization", ["spec", "mine"])!.Kind.Should().Be(SchemaTypeKind.String);
        own.TypeAt("kustomize.toolkit.fluxcd.io/v1", "Kustomization", ["spec", "interval"]).Should().BeNull();
        own.TypeAt("kustomize.toolkit.fluxcd.io/v1", "Kustomization", ["metadata", "labels", "a"])!.Kind.Should().Be(SchemaTypeKind.String);
        own.Find("helm.toolkit.fluxcd.io/v2", "HelmRelease").Should().Be(Set.Find("helm.toolkit.fluxcd.io/v2", "HelmRelease"));
        own.ByCSharpName("GitOps.Models.FluxCD", "KustomizationSpec").Should().Be(Set.ByCSharpName("GitOps.Models.FluxCD", "KustomizationSpec"));
        own.KindsNamed("Kustomization").Should().HaveCount(2);
        Set.TypeAt("kustomize.toolkit.fluxcd.io/v1", "Kustomization", ["spec", "mine"]).Should().BeNull();
    }

    [Fact]
    public void Two_CRDs_of_one_kind_keep_their_own_types()
    {
        // Both call their type WidgetSpec: each kind is made of its own.
        var set = Set.With(Read("example.com", "Widget", "properties: {spec: {type: object, properties: {first: {type: string}}}}"))
            .With(Read("example.com", "Widget", "properties: {spec: {type: object, properties: {second: {type: string}}}}", "v2"));

        set.TypeAt("example.com/v1", "Widget", ["spec", "first"]).Should().NotBeNull();
        set.TypeAt("example.com/v2", "Widget", ["spec", "second"]).Should().NotBeNull();
        set.TypeAt("example.com/v1", "Widget", ["spec", "second"]).Should().BeNull();
    }

    [Fact]
    public void What_a_CRD_asks_of_the_whole_object_and_of_its_metadata_is_kept()
    {
        var model = Read("example.com", "Widget",
            "properties: {metadata: {type: object, properties: {name: {type: string, maxLength: 8}}}}, x-kubernetes-validations: [{rule: 'self.metadata.name == ''only''', message: there is one}]");

        var kind = Set.With(model).Find("example.com/v1", "Widget")!;

        kind.Constraints!.Rules.Single().Expression.Should().Be("self.metadata.name == 'only'");
        kind.HasStatus.Should().BeFalse();
        kind.Body.Fields.Single().Type.Constraints!.Properties.Single().Constraints.MaxLength.Should().Be(8);
    }

    [Fact]
    public void Whatever_a_model_holds_is_read_back_as_it_was_written()
    {
        var all = new SchemaConstraints
        {
            JsonType = "string",
            Format = "date-time",
            Pattern = "^a\"b\\\\ \u00e9\u0001)(] } ~ =$",
            Minimum = -1.5,
            Maximum = 1e21,
            ExclusiveMinimum = true,
            ExclusiveMaximum = true,
            MultipleOf = 0.1,
            MinLength = 1,
            MaxLength = 2,
            MinItems = 3,
            MaxItems = 4,
            MinProperties = 5,
            MaxProperties = 6,
            UniqueItems = true,
            ListType = "map",
            ListMapKeys = EquatableArray.Of("a", "b c"),
            MapType = "atomic",
            EmbeddedResource = true,
            PreserveUnknown = true,
            Enum = EquatableArray.Of("\"x\"", "1"),
            Required = EquatableArray.Of("r"),
            Not = SchemaConstraints.None,
            Rules = EquatableArray.Of(
                new SchemaRule("self\n== 'x\ty'") { Message = "m", MessageExpression = "'e'", Reason = "FieldValueInvalid", FieldPath = ".a['b']", OptionalOldSelf = true }, new SchemaRule("true")),
            AllOf = EquatableArray.Of(SchemaConstraints.None, new SchemaConstraints { Minimum = 0 }),
            AnyOf = EquatableArray.Of(new SchemaConstraints { MaxLength = 1 }),
            OneOf = EquatableArray.Of(new SchemaConstraints { Required = EquatableArray.Of("one") }),
            Items = new SchemaConstraints { Pattern = "x" },
            Properties = EquatableArray.Of(new SchemaPropertyConstraint("p q", new SchemaConstraints { MinLength = 9 })),
        };
        var name = new SchemaTypeName("GitOps.Models.Test", "Sample");
        var other = new SchemaTypeName("GitOps.Models.Other.Deep", "Thing");
        var item = new SchemaType(SchemaTypeKind.Object) { Name = other, IsExternal = true, Variant = new SchemaTypeName("GitOps.Models.Test", "0123456789abcdef"), Nullable = true, Constraints = all };
        string[] fields = ["plain", "$ref", "x-y.z", "with blank", "", "b!", "type", "GetType", "Sample"];
        var properties = SchemaNames.Properties(fields, name.Name);
        SchemaType[] types =
        [
            .. Enum.GetValues<SchemaTypeKind>().Where(kind => kind is not (SchemaTypeKind.Object or SchemaTypeKind.List or SchemaTypeKind.Map)).Take(6).Select(kind => new SchemaType(kind)),
            new SchemaType(SchemaTypeKind.List) { Item = new SchemaType(SchemaTypeKind.Map) { Item = item, Constraints = all } },
            new SchemaType(SchemaTypeKind.String) { Name = new SchemaTypeName("GitOps.Models.Test", "Mode"), Constraints = all },
            new SchemaType(SchemaTypeKind.Object) { Name = name },
        ];
        var shape = new SchemaShape(name, name.Name, fields.Select((field, i) => new SchemaField(field, properties[i], types[i])
        {
            Required = i % 2 == 0,
            Nullable = i % 3 == 0,
            Default = i % 4 == 0 ? "{\"a\": [1, \"(\"]}" : null,
        }).ToEquatableArray())
        { PreserveUnknown = true };
        var values = new SchemaEnum(new SchemaTypeName("GitOps.Models.Test", "Mode"), "Mode", EquatableArray.Of(new SchemaEnumValue("", "Empty"), new SchemaEnumValue("a b", "AB"), new SchemaEnumValue("x", "X")));

        var text = new FactsText("GitOps.Models.Test", new FactsWriter("GitOps.Models.Test").Write([shape, shape with { Name = name with { Name = "After" }, PreserveUnknown = false }], [shape with { Name = new("", "00ff") }], [values]));

        text.Shape(name).Should().Be(shape);
        text.Shape(name with { Name = "00ff" })!.Fields.Should().HaveCount(9);
        text.Shape(name with { Name = "After" })!.PreserveUnknown.Should().BeFalse();
        text.Enum(values.Name)!.Values.Select(value => value.Value).Should().Equal("", "a b", "x");
        text.Shape(values.Name).Should().BeNull();
    }

    private static SchemaModel Read(string group, string kind, string schema, string version = "v1") => SchemaReader.Read("crd.yaml", $$"""
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        spec:
          group: {{group}}
          names: {kind: {{kind}}, plural: {{kind.ToLowerInvariant()}}s}
          scope: Namespaced
          versions: [{name: {{version}}, served: true, storage: true, schema: {openAPIV3Schema: {type: object, {{schema}} } } }]
        """, new SchemaReadOptions { Exact = true });

    /// <summary>What of a shape is a fact: no texts, no hash, no variants.</summary>
    private static SchemaShape? Facts(SchemaShape? shape) => shape is null ? null : shape with
    {
        Id = "",
        Description = null,
        DocsUrl = null,
        Fields = shape.Fields.Select(field => field with { Description = null, Type = Facts(field.Type) }).ToEquatableArray(),
    };

    private static SchemaType Facts(SchemaType type) => type with { IsExternal = false, Variant = null, Item = type.Item is null ? null : Facts(type.Item) };

    private static IReadOnlyList<string> CarriedNames()
    {
        var assembly = typeof(SchemaSet).Assembly;
        var names = new List<string>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith("facts/", StringComparison.Ordinal) && name != "facts/kinds.txt"))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            names.AddRange(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != ' ').Select(line => line.Split(' ')[0]));
        }

        return names;
    }
}
