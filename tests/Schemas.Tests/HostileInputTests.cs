namespace GitOps.Tests;

public sealed class HostileInputTests
{
    private static SchemaModel Read(string text) => SchemaReader.Read("bad.yaml", text, new SchemaReadOptions());

    private static string Crd(string schema) => $$"""
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        spec:
          group: example.com
          names: {kind: Widget, plural: widgets}
          scope: Namespaced
          versions:
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema: {{schema}}
        """;

    [Theory]
    [InlineData("a: @x", SchemaFaultKind.Unreadable, 1)]
    [InlineData("", SchemaFaultKind.NotASchema, 1)]
    [InlineData("# words\n", SchemaFaultKind.NotASchema, 1)]
    [InlineData("just text", SchemaFaultKind.NotASchema, 1)]
    [InlineData("kind: ConfigMap\napiVersion: v1\n", SchemaFaultKind.NotASchema, 1)]
    [InlineData("kind: CustomResourceDefinition\napiVersion: apiextensions.k8s.io/v1\n", SchemaFaultKind.Invalid, 1)]
    [InlineData("kind: CustomResourceDefinition\napiVersion: apiextensions.k8s.io/v1beta1\nspec: {}\n", SchemaFaultKind.Invalid, 2)]
    [InlineData("kind: CustomResourceDefinition\nspec: 3\n", SchemaFaultKind.Invalid, 2)]
    [InlineData("kind: CustomResourceDefinition\nspec:\n  group: a\n  names: {kind: K}\n  versions: []\n", SchemaFaultKind.Invalid, 5)]
    [InlineData("kind: CustomResourceDefinition\nspec:\n  group: a\n  names: {kind: K}\n  versions: [1]\n", SchemaFaultKind.Invalid, 5)]
    [InlineData("openapi: 3.0.0\ninfo: {}\n", SchemaFaultKind.Invalid, 1)]
    [InlineData("openapi: 3.0.0\ncomponents:\n  schemas:\n    A: 3\n", SchemaFaultKind.Invalid, 4)]
    internal void What_is_no_schema_is_a_fault_with_its_place(string text, SchemaFaultKind kind, int line)
    {
        var model = Read(text);

        var fault = model.Faults.First();
        fault.Kind.Should().Be(kind);
        fault.File.Should().Be("bad.yaml");
        fault.Line.Should().Be(line);
        fault.Column.Should().BePositive();
        model.Kinds.Should().BeEmpty();
    }

    [Theory]
    [InlineData("{type: object, properties: {a: 3}}")]
    [InlineData("{type: object, properties: {a: {type: strange}}}")]
    [InlineData("{type: object, properties: {a: {type: {}}}}")]
    [InlineData("{type: object, properties: {a: {type: integer, minimum: much}}}")]
    [InlineData("{type: object, properties: {a: {type: string, maxLength: -1}}}")]
    [InlineData("{type: object, properties: {a: {type: string, enum: x}}}")]
    [InlineData("{type: object, required: 3, properties: {a: {type: string}}}")]
    [InlineData("{type: object, properties: {o: {type: object, required: [b], properties: {a: {type: string}}}}}")]
    [InlineData("{type: object, properties: {a: {type: array, items: [{type: string}]}}}")]
    [InlineData("{type: object, properties: {a: {type: string, nullable: maybe}}}")]
    [InlineData("{type: object, properties: {a: {x-kubernetes-validations: [{message: m}], type: string}}}")]
    [InlineData("{type: object, properties: {a: {$ref: '#/definitions/A'}}}")]
    [InlineData("{type: object, properties: {a: {oneOf: x, type: string}}}")]
    public void A_broken_part_is_a_fault_and_the_rest_is_read(string schema)
    {
        var model = Read(Crd(schema));

        model.Faults.Should().NotBeEmpty();
        model.Faults.Should().OnlyContain(fault => fault.Line == 12 && fault.Column > 30);
        model.Kinds.Should().ContainSingle();
    }

    [Fact]
    public void A_schema_that_holds_itself_by_an_alias_is_a_fault() =>
        Read(Crd("&s {type: object, properties: {a: *s}}")).Faults.Should().ContainSingle(fault => fault.Kind == SchemaFaultKind.Unreadable);

    [Fact]
    public void A_bottomless_schema_is_a_fault_not_a_crash()
    {
        var schema = string.Concat(Enumerable.Repeat("{type: array, items: ", 90)) + "{type: string}" + new string('}', 90);
        Read(Crd("{type: object, properties: {a: " + schema + "}}")).Faults.Should().BeEmpty();

        var deeper = string.Concat(Enumerable.Repeat("{type: array, items: ", 150)) + "{type: string}" + new string('}', 150);
        Read(Crd("{type: object, properties: {a: " + deeper + "}}")).Faults.Should().ContainSingle(fault => fault.Kind == SchemaFaultKind.Unsupported);

        var abyss = string.Concat(Enumerable.Repeat("{type: array, items: ", 50_000));
        Read(Crd("{type: object, properties: {a: " + abyss)).Faults.Should().NotBeEmpty();
    }

    [Fact]
    public void Components_may_refer_to_each_other_in_a_circle()
    {
        var model = Read("""
            openapi: 3.0.0
            info: {title: trees, version: v1}
            components:
              schemas:
                Tree: {type: object, properties: {leaf: {$ref: '#/components/schemas/Leaf'}, trees: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
                Leaf: {type: object, properties: {tree: {allOf: [{$ref: '#/components/schemas/Tree'}], description: Back.}}}
            """);

        model.Faults.Should().BeEmpty();
        model.Shapes.Select(shape => shape.Name.Name).Should().Equal("Leaf", "Tree");
        model.Shapes[0].Fields[0].Type.Name.Should().Be(model.Shapes[1].Name);
        model.GetHashCode().Should().Be(model.GetHashCode());
    }

    [Fact]
    public void A_name_that_stands_for_itself_is_a_fault() =>
        Read("openapi: 3.0.0\ncomponents:\n  schemas:\n    A: {$ref: '#/components/schemas/B'}\n    B: {$ref: '#/components/schemas/A'}\n")
            .Faults.Should().Contain(fault => fault.Kind == SchemaFaultKind.Unsupported);

    [Theory]
    [InlineData("'#/components/schemas/Nothing'", SchemaFaultKind.Invalid)]
    [InlineData("'https://example.com/x.yaml#/components/schemas/A'", SchemaFaultKind.Unsupported)]
    [InlineData("'../../etc/passwd'", SchemaFaultKind.Unsupported)]
    internal void A_reference_that_leads_nowhere_is_a_fault(string reference, SchemaFaultKind kind) =>
        Read($"openapi: 3.0.0\ncomponents:\n  schemas:\n    A: {{type: object, properties: {{a: {{$ref: {reference}}}}}}}\n")
            .Faults.Should().ContainSingle(fault => fault.Kind == kind && fault.Line == 4);

    [SharedFact]
    public void A_CRD_cut_off_or_scrambled_anywhere_is_read_without_an_exception()
    {
        var text = File.ReadAllText(SharedData.Data("crds", "flux", "kustomizations.kustomize.toolkit.fluxcd.io.yaml"));
        var random = new Random(7);
        for (var round = 0; round < 60; round++)
        {
            var cut = random.Next(text.Length);
            var scrambled = round % 2 == 0 ? text[..cut] : text.Remove(cut, Math.Min(random.Next(40), text.Length - cut));
            var read = () => Read(scrambled);
            read.Should().NotThrow("of the cut at {0}", cut);
        }
    }
}
