namespace GitOps.Tests;

public sealed class KnownShapesTests
{
    private static readonly SchemaReadOptions Options = new() { Known = KnownShapes.Core };

    private static SchemaType Read(string field, string schema)
    {
        var text = $$"""
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
                    openAPIV3Schema:
                      type: object
                      properties:
                        {{field}}: {{schema}}
            """;
        var model = SchemaReader.Read("crd.yaml", text, Options);
        model.Faults.Should().BeEmpty();
        return model.Kinds.Single().Body.Fields.Single(found => found.Name == field).Type;
    }

    [Theory]
    [InlineData("secretKeyRef", "{type: object, required: [key], properties: {key: {type: string}, name: {type: string, default: ''}, optional: {type: boolean}}}", "SecretKeySelector")]
    [InlineData("configMapKeyRef", "{type: object, required: [key], properties: {key: {type: string}, name: {type: string, default: ''}, optional: {type: boolean}}}", "ConfigMapKeySelector")]
    [InlineData("pullSecret", "{type: object, properties: {name: {type: string}}, x-kubernetes-map-type: atomic}", "LocalObjectReference")]
    [InlineData("resources", "{type: object, properties: {limits: {type: object, additionalProperties: {x-kubernetes-int-or-string: true, pattern: '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$'}}, requests: {type: object, additionalProperties: {x-kubernetes-int-or-string: true, pattern: '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$'}}}}", "ResourceRequirements")]
    [InlineData("selector", "{type: object, properties: {matchLabels: {type: object, additionalProperties: {type: string}}, matchExpressions: {type: array, items: {type: object, required: [key, operator], properties: {key: {type: string}, operator: {type: string}, values: {type: array, items: {type: string}}}}}}}", "LabelSelector")]
    public void A_core_type_is_recognised_by_its_structure(string field, string schema, string expected)
    {
        var type = Read(field, schema);

        type.IsExternal.Should().BeTrue();
        type.Name.Should().Be(new SchemaTypeName("GitOps.Models.Kubernetes", expected));
    }

    [Theory]
    [InlineData("pair", "{type: object, required: [name, value], properties: {name: {type: string}, value: {type: string}}}")]
    [InlineData("secretRef", "{type: object, required: [name], properties: {name: {type: string}}}")]
    [InlineData("secretRef", "{type: object, properties: {name: {type: string, maxLength: 63}}}")]
    [InlineData("secretKeyRef", "{type: object, required: [key, name], properties: {key: {type: string}, name: {type: string}, optional: {type: boolean}}}")]
    [InlineData("secretKeyRef", "{type: object, required: [key], properties: {key: {type: string}, name: {type: string}, optional: {type: string}}}")]
    [InlineData("secretKeyRef", "{type: object, required: [key], properties: {key: {type: string}, name: {type: string}, optional: {type: boolean}, more: {type: string}}}")]
    public void What_asks_for_more_or_less_is_a_type_of_its_own(string field, string schema) => Read(field, schema).IsExternal.Should().BeFalse();

    [Fact]
    public void All_that_is_known_is_shipped()
    {
        KnownShapes.Core.All.Should().HaveCountGreaterThan(100);
        KnownShapes.Core.All.Select(shape => shape.Name).Should().BeSubsetOf(SchemaFiles.Shapes.Keys);
        foreach (var known in KnownShapes.Core.All)
            known.Fields.Select(field => field.Name).Should().Equal(SchemaFiles.Shapes[known.Name].Fields.Select(field => field.Name), known.Name.ToString());
    }

    [SharedFact]
    public void The_CRDs_of_a_pod_template_shrink_to_what_is_their_own()
    {
        var text = File.ReadAllText(SharedData.Data("crds", "cnpg", "postgresql.cnpg.io_poolers.yaml"));

        var model = SchemaReader.Read("poolers.yaml", text, Options);

        model.Shapes.Should().HaveCountLessThan(15);
        SchemaReader.Read("poolers.yaml", text, Options with { Known = KnownShapes.None }).Shapes.Should().HaveCountGreaterThan(90);
    }
}
