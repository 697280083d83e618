namespace GitOps.Tests;

public sealed class CrdReaderTests
{
    private static readonly SchemaReadOptions Options = new();

    private const string Widget = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: widgets.example.com
        spec:
          group: example.com
          scope: Namespaced
          names: {kind: Widget, plural: widgets, singular: widget, shortNames: [wd]}
          versions:
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema:
                  description: A widget.
                  type: object
                  required: [spec]
                  properties:
                    apiVersion: {type: string}
                    kind: {type: string}
                    metadata: {type: object}
                    spec:
                      type: object
                      required: [size, mode]
                      x-kubernetes-validations:
                        - {rule: "!has(self.a)", message: "no a"}
                      properties:
                        size: {type: integer, minimum: 1, maximum: 9, exclusiveMaximum: true}
                        small: {type: integer, format: int32}
                        mode: {type: string, enum: [=, on, off], default: on}
                        port: {x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}
                        cpu:
                          x-kubernetes-int-or-string: true
                          anyOf: [{type: integer}, {type: string}]
                          pattern: ^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$
                        every: {type: string, pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$"}
                        values: {type: object, x-kubernetes-preserve-unknown-fields: true}
                        raw: {x-kubernetes-preserve-unknown-fields: true}
                        labels: {type: object, additionalProperties: {type: string, maxLength: 63}}
                        parts:
                          type: array
                          x-kubernetes-list-type: map
                          x-kubernetes-list-map-keys: [name]
                          items: {type: object, required: [name], properties: {name: {type: string}, weight: {type: number, nullable: true}}}
                        otherParts:
                          type: array
                          items: {type: object, required: [name], properties: {name: {type: string}, weight: {type: number, nullable: true}}}
                        choice:
                          type: object
                          properties: {a: {type: string}, b: {type: boolean}}
                          oneOf: [{required: [a]}, {required: [b]}]
                    status: {type: object, properties: {ready: {type: boolean}}}
        """;

    private static SchemaModel Read(string text) => SchemaReader.Read("crd.yaml", text, Options);

    private static SchemaShape Spec(SchemaModel model) => model.Shapes.Single(shape => shape.Name.Name == "WidgetSpec");

    private static SchemaField Field(string name) => Spec(Read(Widget)).Fields.Single(field => field.Name == name);

    [Fact]
    public void A_kind_carries_what_its_CRD_says()
    {
        var kind = Read(Widget).Kinds.Single();

        kind.Should().BeEquivalentTo(new { Group = "example.com", Version = "v1", Kind = "Widget", Plural = "widgets", Singular = "widget", Scope = SchemaScope.Namespaced, Served = true, Storage = true, Deprecated = false });
        kind.ShortNames.Should().Equal("wd");
        kind.ApiVersion.Should().Be("example.com/v1");
        kind.Name.Should().Be(new SchemaTypeName("GitOps.Models.ExampleCom", "Widget"));
        kind.Body.Description.Should().Be("A widget.");
        kind.Body.Fields.Select(field => field.Name).Should().Equal(["metadata", "spec"], "status is the cluster's to write");
        kind.Body.Fields[1].MustBeSet.Should().BeTrue();
    }

    [Fact]
    public void Every_type_is_read()
    {
        var types = Spec(Read(Widget)).Fields.ToDictionary(field => field.Name, field => field.Type.Kind);

        types.Should().Equal(new Dictionary<string, SchemaTypeKind>
        {
            ["size"] = SchemaTypeKind.Int64,
            ["small"] = SchemaTypeKind.Int32,
            ["mode"] = SchemaTypeKind.String,
            ["port"] = SchemaTypeKind.IntOrString,
            ["cpu"] = SchemaTypeKind.Quantity,
            ["every"] = SchemaTypeKind.Duration,
            ["values"] = SchemaTypeKind.FreeForm,
            ["raw"] = SchemaTypeKind.Any,
            ["labels"] = SchemaTypeKind.Map,
            ["parts"] = SchemaTypeKind.List,
            ["otherParts"] = SchemaTypeKind.List,
            ["choice"] = SchemaTypeKind.Object,
        });
    }

    [Fact]
    public void Values_of_enums_are_read_as_YAML_1_2()
    {
        var model = Read(Widget);

        var mode = model.Enums.Single();
        mode.Name.Name.Should().Be("WidgetMode");
        mode.Values.Should().Equal(new SchemaEnumValue("=", "Equal"), new SchemaEnumValue("on", "On"), new SchemaEnumValue("off", "Off"));
        Field("mode").Type.Name.Should().Be(mode.Name);
        Field("mode").Default.Should().Be("\"on\"");
    }

    [Fact]
    public void Required_with_a_default_need_not_be_written()
    {
        Field("mode").Required.Should().BeTrue();
        Field("mode").MustBeSet.Should().BeFalse();
        Field("size").MustBeSet.Should().BeTrue();
    }

    [Fact]
    public void Limits_list_keys_and_rules_are_kept_where_they_stand()
    {
        Field("size").Type.Constraints.Should().Be(new SchemaConstraints { Minimum = 1, Maximum = 9, ExclusiveMaximum = true });
        Field("parts").Type.Constraints.Should().Be(new SchemaConstraints { ListType = "map", ListMapKeys = EquatableArray.Of("name") });
        Field("labels").Type.Item!.Constraints.Should().Be(new SchemaConstraints { MaxLength = 63 });
        var spec = Read(Widget).Kinds.Single().Body.Fields[1];
        spec.Type.Constraints!.Rules.Should().Equal(new SchemaRule("!has(self.a)") { Message = "no a" });
        Field("choice").Type.Constraints!.OneOf.Should().Equal(
            new SchemaConstraints { Required = EquatableArray.Of("a") }, new SchemaConstraints { Required = EquatableArray.Of("b") });
    }

    [Fact]
    public void Number_or_text_is_said_by_the_type_alone() => Field("port").Type.Constraints.Should().BeNull();

    [Fact]
    public void Equal_structures_are_one_shape()
    {
        Field("parts").Type.Item!.Name.Should().Be(Field("otherParts").Type.Item!.Name);
        Read(Widget).Shapes.Select(shape => shape.Name.Name).Should().Equal("WidgetChoice", "WidgetPart", "WidgetSpec");
    }

    [Fact]
    public void Reading_twice_gives_equal_models() => Read(Widget).Should().Be(Read(Widget));

    [Fact]
    public void Descriptions_have_no_part_in_a_structure()
    {
        var other = Read(Widget.Replace("small: {type: integer,", "small: {description: New words., type: integer,", StringComparison.Ordinal));

        other.Shapes.Select(shape => shape.Id).Should().Equal(Read(Widget).Shapes.Select(shape => shape.Id));
        Spec(other).Fields.Single(field => field.Name == "small").Description.Should().Be("New words.");
    }

    [Fact]
    public void Several_documents_and_versions_are_read_from_one_file()
    {
        var text = "# only words\n---\n" + Widget + "\n---\n# more words\n---\nkind: Namespace\n---\n"
            + Widget.Replace("Widget", "Gadget", StringComparison.Ordinal).Replace("name: v1", "name: v1beta1", StringComparison.Ordinal)
            + "\n---\n" + Widget.Replace("name: v1", "name: v1beta1", StringComparison.Ordinal).Replace("storage: true", "storage: false\n      deprecated: true\n      deprecationWarning: use v1", StringComparison.Ordinal);

        var model = Read(text);

        model.Faults.Should().BeEmpty();
        model.Kinds.Select(kind => $"{kind.Name.Name} {kind.Version}").Should().Equal("Widget v1", "Gadget v1beta1", "WidgetV1beta1 v1beta1");
        model.Kinds.Last().Should().BeEquivalentTo(new { Deprecated = true, DeprecationWarning = "use v1", Storage = false });
    }

    [Fact]
    public void A_list_as_kubectl_prints_it_is_read()
    {
        var items = string.Join("\n", Widget.Split('\n').Select((line, i) => (i == 0 ? "  - " : "    ") + line));

        Read("apiVersion: v1\nkind: List\nitems:\n" + items).Kinds.Should().ContainSingle();
    }

    [Fact]
    public void Only_the_wanted_kinds_are_read()
    {
        SchemaReader.Read("crd.yaml", Widget, Options with { Kinds = EquatableArray.Of("Gadget") }).Kinds.Should().BeEmpty();
        SchemaReader.Read("crd.yaml", Widget, Options with { Kinds = EquatableArray.Of("example.com/Widget") }).Kinds.Should().ContainSingle();
    }

    [Fact]
    public void Without_texts_no_sentence_of_the_source_stays()
    {
        var model = SchemaReader.Read("crd.yaml", Widget, Options with { KeepTexts = false });

        model.Kinds.Single().Body.Description.Should().BeNull();
        model.Kinds.Single().Body.Fields[1].Type.Constraints!.Rules.Should().Equal(new SchemaRule("!has(self.a)"));
    }

    [SharedFact]
    public void Every_real_CRD_is_read_without_a_fault()
    {
        var files = Directory.GetFiles(SharedData.Data("crds"), "*.yaml", SearchOption.AllDirectories);

        var models = files.Select(file => SchemaReader.Read(file, File.ReadAllText(file), Options)).ToList();

        models.SelectMany(model => model.Faults).Should().BeEmpty();
        models.Sum(model => model.Kinds.Count).Should().BeGreaterThan(80);
        models.Should().OnlyContain(model => model.Kinds.Count > 0);
    }
}
