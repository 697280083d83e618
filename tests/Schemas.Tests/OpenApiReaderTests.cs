namespace GitOps.Tests;

public sealed class OpenApiReaderTests
{
    [SharedFact]
    public void The_whole_document_of_Kubernetes_is_read()
    {
        var model = SchemaReader.Read("swagger.json", File.ReadAllText(SharedData.Data("kubernetes", "swagger.json")), new SchemaReadOptions { Known = KnownShapes.None });

        model.Faults.Should().BeEmpty();
        model.Kinds.Should().Contain(kind => kind.ApiVersion == "apps/v1" && kind.Kind == "Deployment");
        model.Kinds.Where(kind => kind.Kind == "HorizontalPodAutoscaler").Select(kind => kind.Name.Name).Should().OnlyHaveUniqueItems();
        model.Shapes.Select(shape => shape.Name).Concat(model.Kinds.Select(kind => kind.Name)).Should().OnlyHaveUniqueItems();
        model.Shapes.Should().Contain(shape => shape.Name.Name == "JSONSchemaProps", "a type that holds itself is one type");
    }

    /// <summary>The committed core kinds against Kubernetes' own document: every field of every type.</summary>
    [SharedFact]
    public void The_core_kinds_have_every_field_of_the_original_and_no_other()
    {
        var model = SchemaReader.Read("swagger.json", File.ReadAllText(SharedData.Data("kubernetes", "swagger.json")), new SchemaReadOptions { Known = KnownShapes.None });
        var theirs = model.Shapes.Concat(model.Kinds.Select(kind => kind.Body)).ToLookup(shape => shape.Name.Name);
        var ours = SchemaFiles.Shapes.Values.Where(shape => shape.Name.Namespace == "GitOps.Models.Kubernetes" && shape.Name.Name != "CustomResourceDefinition").ToList();
        var checkedTypes = 0;
        foreach (var shape in ours)
        {
            var candidates = theirs[shape.Name.Name].Concat(theirs[shape.Name.Name + "V1"]).Concat(theirs[shape.Name.Name + "V2"]).ToList();
            if (candidates.Count == 0)
                continue;
            var same = candidates.Any(original => original.Fields.Select(Describe).SequenceEqual(shape.Fields.Select(Describe)));
            same.Should().BeTrue($"{shape.Name} differs from {string.Join(" | ", candidates.Select(one => string.Join(",", one.Fields.Select(Describe))))}: {string.Join(",", shape.Fields.Select(Describe))}");
            checkedTypes++;
        }

        checkedTypes.Should().BeGreaterThan(150);
    }

    [Fact]
    public void A_kind_takes_its_facts_from_beside_its_schema()
    {
        var kind = SchemaFiles.Kinds.Single(kind => kind.Kind == "Kustomization" && kind.Group == "kustomize.toolkit.fluxcd.io");

        kind.Name.Should().Be(new SchemaTypeName("GitOps.Models.FluxCD", "Kustomization"));
        kind.ShortNames.Should().Equal("ks");
        kind.Body.Description.Should().NotBeNullOrEmpty();
        kind.Body.Fields[0].Type.Should().Be(new SchemaType(SchemaTypeKind.Object) { Name = new SchemaTypeName("GitOps.Models.Kubernetes", "ObjectMeta"), IsExternal = true });
        var spec = SchemaFiles.Shapes[kind.Body.Fields[1].Type.Name!.Value];
        spec.Fields.Where(field => field.MustBeSet).Select(field => field.Name).Should().BeEquivalentTo(["interval", "prune", "sourceRef"]);
        spec.Fields.Single(field => field.Name == "interval").Type.Kind.Should().Be(SchemaTypeKind.Duration);
    }

    private static string Describe(SchemaField field) => $"{field.Name}{(field.Required ? "!" : "")}:{Describe(field.Type)}";

    // Kubernetes' document calls a quantity a text.
    private static string Describe(SchemaType type) => type.Kind switch
    {
        SchemaTypeKind.Quantity => "String",
        SchemaTypeKind.Object => "Object",
        _ => type.Kind + (type.Item is null ? "" : $"<{Describe(type.Item)}>"),
    };
}
