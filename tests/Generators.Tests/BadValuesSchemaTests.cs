using Microsoft.CodeAnalysis;

namespace GitOps.Tests;

/// <summary>What is wrong in a chart's schema stops the build at its line; other charts have their classes all the same.</summary>
public sealed class BadValuesSchemaTests
{
    private const string Good = """
        {
          "type": "object",
          "properties": {
            "size": { "type": "string" }
          }
        }
        """;

    [Theory]
    [InlineData("no JSON", "{\n  \"type\": \"object\",\n  \"properties\": {\n", "GOPS0001", null, "not YAML: *")]
    [InlineData("a merge conflict", "{\n<<<<<<< ours\n  \"a\": 1\n=======\n  \"a\": 2\n>>>>>>> theirs\n}", "GOPS0001", null, "not YAML: *")]
    [InlineData("nothing", "", "GOPS0008", "", "this is no JSON Schema: the file holds no object")]
    [InlineData("a list", "[1]", "GOPS0008", "[1]", "this is no JSON Schema: the file holds no object")]
    [InlineData("a text", "\"x\"", "GOPS0008", "\"x\"", "this is no JSON Schema: the file holds no object")]
    [InlineData("a schema of a text", "{ \"type\": \"string\" }", "GOPS0008", "\"string\"", "a chart's values are an object, and this schema asks for string")]
    [InlineData("a schema of a list", "{ \"items\": {} }", "GOPS0008", "{ \"items\"", "a chart's values are an object, and this schema asks for array")]
    public void A_file_that_is_none(string what, string text, string id, string? at, string message) => Reports(what, text, id, at, message);

    [Theory]
    [InlineData("{ \"type\": \"text\" }", "GOPS0008", "\"text\"", "'text' is no JSON type; *")]
    [InlineData("{ \"type\": 3 }", "GOPS0008", "3 }", "'3' is no JSON type; *")]
    [InlineData("{ \"type\": {} }", "GOPS0008", "{} }", "'type' takes the name of a JSON type, or a list of them")]
    [InlineData("\"string\"", "GOPS0008", "\"string\"", "the field 'size' has no schema")]
    [InlineData("{ \"type\": \"object\", \"properties\": [] }", "GOPS0008", "[] }", "'properties' takes an object")]
    [InlineData("{ \"type\": \"object\", \"required\": \"a\" }", "GOPS0008", "\"a\" }", "'required' takes a list of field names")]
    [InlineData("{ \"enum\": \"a\" }", "GOPS0008", "\"a\" }", "'enum' takes a list of values")]
    [InlineData("{ \"allOf\": {} }", "GOPS0008", "{} }", "'allOf' takes a list of schemas")]
    [InlineData("{ \"type\": \"array\", \"items\": 1 }", "GOPS0008", "1 }", "'items' takes a schema")]
    [InlineData("{ \"type\": \"string\", \"minLength\": -1 }", "GOPS0008", "-1 }", "'minLength' takes a whole number, 0 or more")]
    [InlineData("{ \"type\": \"string\" }, \"size\": {}", "GOPS0008", "\"size\": {}", "the key 'size' stands twice in this mapping; remove one")]
    [InlineData("{ \"$ref\": \"#/definitions/none\" }", "GOPS0009", "\"#/definitions", "the reference '#/definitions/none' leads to nothing: 'bad.json' has no '#/definitions/none'; *")]
    [InlineData("{ \"$ref\": \"#none\" }", "GOPS0009", "\"#none", "the reference '#none' leads to nothing: *")]
    [InlineData("{ \"$ref\": \"#/properties/size\" }", "GOPS0009", "\"#/properties/size", "the reference '#/properties/size' leads back to itself; *")]
    [InlineData("{ \"allOf\": [{ \"$ref\": \"#/properties/size\" }] }", "GOPS0009", "{ \"allOf", "the schema is a part of itself; *")]
    [InlineData("{ \"$ref\": \"https://example.org/a.json#/x\" }", "GOPS0009", "\"https:", "the reference 'https://example.org/a.json#/x' leads to no file of the project, and nothing is fetched in a build; save it and list it as <GitOpsValuesSchema Include=\"…\" Url=\"https://example.org/a.json\" />; *")]
    [InlineData("{ \"$ref\": \"other.json\" }", "GOPS0009", "\"other.json", "the reference 'other.json' leads to no file of the project; list it as <GitOpsValuesSchema Include=\"…\" />; *")]
    [InlineData("{ \"$ref\": 4 }", null, "4 }", "the reference '4' leads to no file of the project; *")]
    public void A_part_that_cannot_become_a_type(string size, string? id, string at, string message) =>
        Reports(size, Good.Replace("{ \"type\": \"string\" }", size, StringComparison.Ordinal), id ?? "GOPS0009", at, message);

    [Fact]
    public void A_field_whose_reference_leads_nowhere_is_free_form() =>
        Start(Good.Replace("{ \"type\": \"string\" }", "{ \"$ref\": \"other.json\" }", StringComparison.Ordinal)).Files["Charts.bad.BadValues.g.cs"].Should().Contain("global::GitOps.Values? Size");

    [Fact]
    public void A_schema_without_end_is_an_error_and_not_an_overflow()
    {
        const int Levels = 5000;
        var nested = string.Concat(Enumerable.Repeat("{\"properties\":{\"a\":", Levels)) + "{}" + new string('}', 2 * Levels);
        Start(nested).Reported.Should().ContainSingle().Which.Id.Should().Be("GOPS0001");
    }

    [Theory]
    [InlineData("{ \"properties\": { \"next\": { \"$ref\": \"#/definitions/d{0}\" } } }", "GOPS0003")]
    [InlineData("{ \"allOf\": [{ \"$ref\": \"#/definitions/d{0}\" }] }", "GOPS0003")]
    [InlineData("{ \"allOf\": [{ \"$ref\": \"#/definitions/d{0}\" }, { \"$ref\": \"#/definitions/d{0}\" }] }", "GOPS0003")]
    [InlineData("{ \"oneOf\": [{ \"$ref\": \"#/definitions/d{0}\" }, { \"$ref\": \"#/definitions/d{0}\" }] }", null)]
    [InlineData("{ \"oneOf\": [{ \"type\": \"string\" }, { \"items\": { \"$ref\": \"#/definitions/d{0}\" } }] }", null)]
    [InlineData("{ \"not\": { \"not\": { \"$ref\": \"#/definitions/d{0}\" } } }", null)]
    [InlineData("{ \"$ref\": \"#/definitions/d{0}\" }", null)]
    public void A_long_chain_of_references_ends(string link, string? id)
    {
        const int Links = 3000;
        var definitions = string.Join(",\n", Enumerable.Range(0, Links).Select(at => $"\"d{at}\": {link.Replace("{0}", (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)}"));
        var run = Start($$"""{ "properties": { "size": { "$ref": "#/definitions/d0" } }, "definitions": { {{definitions}}, "d{{Links}}": { "type": "object", "properties": { "end": { "type": "string" } } } } }""");
        run.Reported.Select(static one => one.Id).Distinct().Should().Equal(id is null ? [] : [id]);
    }

    [Fact]
    public void Alternatives_in_a_circle_are_anything() =>
        Start(Good.Replace("{ \"type\": \"string\" }", "{ \"oneOf\": [{ \"type\": \"string\" }, { \"$ref\": \"#/properties/size\" }] }", StringComparison.Ordinal)).Reported.Should().BeEmpty();

    [Fact]
    public void A_schema_of_fifty_megabytes_is_an_error_at_its_file()
    {
        var huge = "{ \"properties\": {" + string.Join(",", Enumerable.Range(0, 500_000).Select(static at => $"\n \"field{at}\": {{ \"type\": \"string\", \"description\": \"{new string('x', 60)}\" }}")) + "} }";
        huge.Length.Should().BeGreaterThan(50_000_000);
        var error = Start(huge).Reported.Should().ContainSingle().Subject;
        error.Id.Should().Be("GOPS0008");
        error.GetMessage().Should().Match("the schema has more than 8 million characters and is not read; *");
        error.Location.GetLineSpan().Path.Should().Be("/project/charts/bad.json");
    }

    [Fact]
    public void Two_files_for_one_chart_are_an_error_and_the_first_counts()
    {
        var run = GeneratorRun.Start(new ProjectInput
        {
            Generators = [new ValuesGenerator()],
            Files = [InputFile.ValuesSchema("/r/b.json", Good, "web-app"), InputFile.ValuesSchema("/r/a.json", Good.Replace("size", "length", StringComparison.Ordinal), "web_app")],
        });
        var error = run.Reported.Should().ContainSingle().Subject;
        error.Id.Should().Be("GOPS0008");
        error.Location.GetLineSpan().Path.Should().Be("/r/b.json");
        error.GetMessage().Should().Contain("'a.json'").And.Contain("WebAppValues");
        run.Files.Should().ContainSingle().Which.Value.Should().Contain("Length");
    }

    [Fact]
    public void Files_of_which_none_names_a_chart_are_an_error() =>
        GeneratorRun.Start(new ProjectInput { Generators = [new ValuesGenerator()], Files = [InputFile.ValuesSchema("/r/a.json", Good)] })
            .Reported.Should().ContainSingle().Which.Id.Should().Be("GOPS0008");

    [Fact]
    public void A_fault_in_a_file_that_two_charts_share_is_told_once()
    {
        var library = InputFile.ValuesSchema("/r/lib.json", "{ \"properties\": { \"a\": { \"type\": \"sting\" } } }");
        var run = GeneratorRun.Start(new ProjectInput
        {
            Generators = [new ValuesGenerator()],
            Files = [InputFile.ValuesSchema("/r/a.json", "{ \"$ref\": \"lib.json\" }", "a"), InputFile.ValuesSchema("/r/b.json", "{ \"$ref\": \"lib.json\" }", "b"), library],
        });
        run.Reported.Should().ContainSingle().Which.Location.GetLineSpan().Path.Should().Be("/r/lib.json");
    }

    [Fact]
    public void Names_that_CSharp_could_trip_over_compile() => Start("""
        {
          "type": "object",
          "properties": {
            "getType": { "type": "string" }, "values": { "type": "object", "properties": { "values": { "type": "string" } } }, "bad-values": { "type": "string" }, "1st": { "enum": ["", " ", "a", "A"] },
            "x y": { "type": "string", "description": "ends */ </summary> \u2028", "default": "<b>" }, "quo\"te\\": { "type": "boolean" }, "\ud83d\ude00": { "type": "string" }, "comments": { "type": "string" },
            "otherFields": { "type": "string" }, "on": { "type": "boolean" }, "a_b": { "properties": { "x": {} } }, "a-b": { "properties": { "y": {} } }, "gitOps": { "properties": { "system": {} } }, "": { "type": "string" }
          }
        }
        """).Reported.Should().BeEmpty();

    private static void Reports(string what, string text, string id, string? at, string message)
    {
        var run = Start(text);
        var one = run.Reported.Should().ContainSingle(what).Subject;
        one.Severity.Should().Be(DiagnosticSeverity.Error);
        one.Id.Should().Be(id, one.GetMessage());
        one.GetMessage().Should().Match(message);
        var place = one.Location.GetLineSpan();
        place.Path.Should().Be("/project/charts/bad.json");
        if (at is not null)
            text.Split('\n')[place.StartLinePosition.Line][place.StartLinePosition.Character..].Should().StartWith(at, one.GetMessage());
        run.Files.Keys.Should().Contain("Charts.good.GoodValues.g.cs");
    }

    private static GeneratorRun Start(string bad) => GeneratorRun.Start(new ProjectInput
    {
        Generators = [new ValuesGenerator()],
        Files = [InputFile.ValuesSchema("/project/charts/bad.json", bad, "bad"), InputFile.ValuesSchema("/project/charts/good.json", Good, "good")],
    });
}
