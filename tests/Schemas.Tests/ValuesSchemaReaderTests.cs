namespace GitOps.Tests;

/// <summary>What JSON Schema says between the lines: dialects, references, what joins and what excludes.</summary>
public sealed class ValuesSchemaReaderTests
{
    [Theory]
    [InlineData("http://json-schema.org/draft-07/schema#", false)]
    [InlineData("https://json-schema.org/draft/2020-12/schema", true)]
    [InlineData("", true)]
    public void Beside_a_reference_nothing_counts_up_to_draft_7(string dialect, bool counts)
    {
        var model = Read($$"""
            { "$schema": "{{dialect}}", "properties": { "a": { "$ref": "#/$defs/b", "properties": { "more": { "type": "string" } } } }, "$defs": { "b": { "properties": { "x": { "type": "string" } } } } }
            """);
        Fields(model, counts ? "WebA" : "WebB").Should().Equal(counts ? ["x", "more"] : ["x"]);
    }

    [Theory]
    [InlineData("#/$defs/a~1b")]
    [InlineData("#/%24defs/a~1b")]
    [InlineData("#named")]
    [InlineData("https://example.org/inner.json")]
    [InlineData("inner.json")]
    public void A_reference_leads_to_a_pointer_an_anchor_or_an_address_in_the_file(string reference)
    {
        var model = Read($$"""
            {
              "$id": "https://example.org/values.json",
              "properties": { "x": { "$ref": "{{reference}}" } },
              "$defs": { "a/b": { "$anchor": "named", "$id": "inner.json", "properties": { "found": { "type": "string" } } } }
            }
            """);
        model.Faults.Should().BeEmpty();
        model.Shapes.Should().Contain(static shape => shape.Fields.Any(static field => field.Name == "found"));
    }

    [Fact]
    public void What_is_joined_excludes_what_one_part_does_not_know()
    {
        var model = Read("""
            {
              "allOf": [
                { "properties": { "a": { "type": ["integer", "null"] }, "b": { "type": "string" }, "c": {} }, "required": ["a"] },
                { "properties": { "a": { "type": "number", "maximum": 5 }, "c": { "type": "boolean" } }, "additionalProperties": false }
              ]
            }
            """);
        var root = model.Shapes.Single();
        root.PreserveUnknown.Should().BeFalse();
        root.Fields.Select(static field => (field.Name, field.Type.Kind, field.Required)).Should().Equal(("a", SchemaTypeKind.Int64, true), ("c", SchemaTypeKind.Bool, false));
        root.Fields[0].Type.Constraints!.Maximum.Should().Be(5);
        root.Fields[0].Nullable.Should().BeFalse();
    }

    [Theory]
    [InlineData("""{ "type": ["string", "null"] }""", "String")]
    [InlineData("""{ "enum": ["a", null, "b"] }""", "String")]
    [InlineData("""{ "enum": [1, 2] }""", "Double")]
    [InlineData("""{ "enum": ["a", 1] }""", "Any")]
    [InlineData("""{ "const": true }""", "Bool")]
    [InlineData("""{ "type": ["string", "number"] }""", "IntOrString")]
    [InlineData("""{ "type": ["string", "boolean"] }""", "Any")]
    [InlineData("""{ "type": ["integer", "number"] }""", "Double")]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "type": "null" }] }""", "String")]
    [InlineData("""{ "anyOf": [{ "type": "string", "enum": ["a", "b"] }, { "type": "string", "pattern": "^x" }] }""", "String")]
    [InlineData("""{ "oneOf": [{ "type": "array", "items": { "type": "string" } }, { "type": "array", "items": { "type": "integer" } }] }""", "List")]
    [InlineData("""{ "type": "array", "items": [{ "type": "string" }] }""", "List")]
    [InlineData("""{ "type": "object" }""", "FreeForm")]
    [InlineData("""{ "additionalProperties": { "type": "string" } }""", "Map")]
    [InlineData("""{ "patternProperties": { "^a": { "type": "string" }, "^b": { "type": "integer" } } }""", "Map")]
    [InlineData("""{ "if": { "type": "string" }, "then": { "minLength": 1 } }""", "Any")]
    [InlineData("true", "Any")]
    [InlineData("false", "Any")]
    public void A_field_has_the_narrowest_type_that_takes_all(string schema, string kind) =>
        Read($$"""{ "properties": { "x": {{schema}} } }""").Shapes.Single().Fields.Single().Type.Kind.ToString().Should().Be(kind);

    [Fact]
    public void Required_on_the_way_from_the_root_may_stand_in_the_charts_own_values()
    {
        var model = Read("""
            {
              "required": ["a"],
              "properties": {
                "a": { "required": ["b"], "properties": { "b": { "type": "string" } } },
                "list": { "type": "array", "items": { "required": ["b"], "properties": { "b": { "type": "string" } } } },
                "map": { "additionalProperties": { "required": ["b"], "properties": { "b": { "type": "string" } } } }
              }
            }
            """);
        model.Shapes.ToDictionary(static shape => shape.Name.Name, static shape => (shape.IsMerged, shape.Fields[0].Required, shape.Fields[0].MustBeSet)).Should().BeEquivalentTo(new Dictionary<string, (bool, bool, bool)>
        {
            ["WebValues"] = (true, true, false),
            ["WebA"] = (true, true, false),
            ["WebList"] = (false, true, true),
            ["WebMap"] = (false, true, true),
        });
    }

    [Theory]
    [InlineData("https://example.org/a/b.json", "c.json", "https://example.org/a/c.json")]
    [InlineData("https://example.org/a/b.json", "../c.json", "https://example.org/c.json")]
    [InlineData("https://example.org/a/b.json", "/c.json", "https://example.org/c.json")]
    [InlineData("https://example.org", "c.json", "https://example.org/c.json")]
    [InlineData("https://example.org/a", "https://example.com/x", "https://example.com/x")]
    [InlineData("/home/me/charts/web/values.schema.json", "../lib/./x.json", "/home/me/charts/lib/x.json")]
    [InlineData("C:/repo/charts/values.schema.json", "schemas/x.json", "C:/repo/charts/schemas/x.json")]
    [InlineData("charts/values.schema.json", "../../x.json", "../x.json")]
    [InlineData("", "x.json", "x.json")]
    public void Addresses_are_joined_as_text(string origin, string reference, string whole) => JsonSchemaAddress.Combine(origin, reference).Should().Be(whole);

    private static SchemaModel Read(string text)
    {
        var file = new ValuesSchemaFile("/r/values.schema.json", text);
        return ValuesSchemaReader.Read(file, [file], "web", "Home");
    }

    private static IEnumerable<string> Fields(SchemaModel model, string name) => model.Shapes.Single(shape => shape.Name.Name == name).Fields.Select(static field => field.Name);
}
