using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace GitOps.Tests;

/// <summary>Classes of Helm values: what each construct of JSON Schema becomes, and what is made again when.</summary>
public sealed class ValuesSchemaTests
{
    private const string Web = """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "description": "What the chart takes.",
          "type": "object",
          "required": ["image"],
          "properties": {
            "image": { "$ref": "#/definitions/image", "description": "Where the image is." },
            "sidecars": { "type": "array", "items": { "type": "object", "required": ["image"], "additionalProperties": false, "properties": { "image": { "$ref": "#/definitions/image" } } } },
            "replicas": { "type": ["integer", "null"], "default": 1 },
            "ratio": { "type": "number" },
            "mode": { "enum": ["Fast", "slow", "on"] },
            "only": { "const": "this" },
            "port": { "type": ["string", "integer"] },
            "divisor": { "oneOf": [{ "type": "string" }, { "type": "number" }] },
            "args": { "oneOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] },
            "labels": { "type": "object", "patternProperties": { "^[a-z]+$": { "type": "string" } }, "additionalProperties": false },
            "mounts": { "additionalProperties": { "additionalProperties": { "type": "array", "items": { "properties": { "path": { "type": "string" } } } } } },
            "matrix": { "type": "array", "items": { "type": "array", "items": { "type": "integer" } } },
            "extra": { "type": "object" },
            "anything": {},
            "volume": {
              "oneOf": [
                { "type": "object", "additionalProperties": false, "required": ["kind", "size"], "properties": { "kind": { "const": "claim" }, "size": { "type": "string" } } },
                { "type": "object", "additionalProperties": false, "required": ["kind", "path"], "properties": { "kind": { "const": "host" }, "path": { "type": "string" } } }
              ]
            },
            "merged": {
              "allOf": [
                { "type": "object", "properties": { "name": { "type": "string", "description": "Its name." } }, "not": { "required": ["name", "id"] } },
                { "type": "object", "additionalProperties": false, "properties": { "name": {}, "id": { "type": "integer", "format": "int32" } } }
              ]
            },
            "tree": { "$ref": "#/definitions/tree" },
            "same": { "$ref": "#/definitions/image" }
          },
          "definitions": {
            "image": { "type": "object", "required": ["repository"], "properties": { "repository": { "type": "string" }, "tag": { "type": ["string", "null"] } } },
            "tree": { "type": "object", "additionalProperties": false, "properties": { "children": { "type": "array", "items": { "$ref": "#/definitions/tree" } }, "root": { "$ref": "#" } } }
          }
        }
        """;

    private static readonly InputFile WebFile = InputFile.ValuesSchema("/home/me/repo/cluster/charts/web/values.schema.json", Web, "web-app");

    private static readonly InputFile Other = InputFile.ValuesSchema(
        "/home/me/repo/cluster/charts/other/values.schema.json", """{ "type": "object", "properties": { "a": { "type": "object", "properties": { "b": { "type": "string" } } }, "c": { "type": "string" } } }""", "other");

    [Fact]
    public void Each_type_is_a_file_named_after_its_place() => Start(WebFile).Files.Keys.Should().BeEquivalentTo(
    [
        "Charts.web-app.WebAppValues.g.cs", "Charts.web-app.WebAppImage.g.cs", "Charts.web-app.WebAppSidecar.g.cs", "Charts.web-app.WebAppMode.g.cs", "Charts.web-app.WebAppMount.g.cs",
        "Charts.web-app.WebAppVolume.g.cs", "Charts.web-app.WebAppVolumeKind.g.cs", "Charts.web-app.WebAppMerged.g.cs", "Charts.web-app.WebAppTree.g.cs",
    ]);

    [Fact]
    public void What_a_schema_says_is_what_CSharp_takes()
    {
        var files = Start(WebFile).Files;
        files["Charts.web-app.WebAppValues.g.cs"].Should()
            .Contain("namespace Home\n")
            .And.Contain("/// <summary>What the chart takes.</summary>")
            .And.Contain("public sealed partial class WebAppValues : global::GitOps.Model")
            .And.Contain("/// <summary><c>image</c>: Where the image is.</summary>\n        public global::Home.WebAppImage? Image { get; init; }", "the chart's own values may hold it")
            .And.Contain("IReadOnlyList<global::Home.WebAppSidecar>? Sidecars")
            .And.Contain("/// <summary><c>replicas</c>: Default: 1.</summary>\n        public global::GitOps.Value<long>? Replicas")
            .And.Contain("global::GitOps.Value<double>? Ratio")
            .And.Contain("global::Home.WebAppMode? Mode")
            .And.Contain("string? Only")
            .And.Contain("global::GitOps.IntOrString? Port")
            .And.Contain("global::GitOps.IntOrString? Divisor")
            .And.Contain("global::GitOps.Values? Args")
            .And.Contain("global::GitOps.Map<string>? Labels")
            .And.Contain("global::GitOps.Map<global::GitOps.Map<global::System.Collections.Generic.IReadOnlyList<global::Home.WebAppMount>>>? Mounts")
            .And.Contain("IReadOnlyList<global::System.Collections.Generic.IReadOnlyList<global::GitOps.Value<long>>>? Matrix")
            .And.Contain("global::GitOps.Values? Extra")
            .And.Contain("global::GitOps.Values? Anything")
            .And.Contain("global::GitOps.Values? OtherFields", "the schema allows more keys")
            .And.Contain("global::Home.WebAppImage? Same");
        files["Charts.web-app.WebAppSidecar.g.cs"].Should().Contain("public required global::Home.WebAppImage Image").And.NotContain("OtherFields");
        files["Charts.web-app.WebAppVolume.g.cs"].Should().Contain("public global::Home.WebAppVolumeKind? Kind").And.Contain("string? Size").And.Contain("string? Path").And.NotContain("OtherFields");
        files["Charts.web-app.WebAppMerged.g.cs"].Should().Contain("<c>name</c>: Its name.").And.Contain("string? Name").And.Contain("global::GitOps.Value<int>? Id").And.NotContain("OtherFields");
        files["Charts.web-app.WebAppTree.g.cs"].Should().Contain("IReadOnlyList<global::Home.WebAppTree>? Children").And.Contain("global::Home.WebAppValues? Root");
    }

    [Fact]
    public void Values_write_themselves_and_are_a_releases_values()
    {
        var made = Programs.Make<Values>(Start("""
            new HelmReleaseSpec
            {
                Interval = "1h",
                Values = new WebAppValues
                {
                    Image = new() { Repository = "ghcr.io/a/b", Tag = "1.0" },
                    Sidecars = [new() { Image = new() { Repository = "c" } }],
                    Replicas = 2,
                    Mode = WebAppMode.On,
                    Port = 80,
                    Args = ["--a", "--b"],
                    Labels = new() { ["app"] = "x" },
                    Mounts = new() { ["main"] = new() { ["app"] = [new() { Path = "/x" }] } },
                    Matrix = [[1, 2], []],
                    Extra = new() { ["deep"] = new WebAppImage { Repository = "d" } },
                    Volume = new() { Kind = WebAppVolumeKind.Host, Path = "/p" },
                    Tree = new() { Children = [new() { Children = [] }] },
                    OtherFields = new() { ["new-in-this-version"] = true },
                },
            }.Values!
            """, WebFile));
        Programs.Yaml(made).Should().Be("""
            image:
              repository: ghcr.io/a/b
              tag: "1.0"
            sidecars:
              - image:
                  repository: c
            replicas: 2
            mode: "on"
            port: 80
            args:
              - --a
              - --b
            labels:
              app: x
            mounts:
              main:
                app:
                  - path: /x
            matrix:
              - - 1
                - 2
              - []
            extra:
              deep:
                repository: d
            volume:
              kind: host
              path: /p
            tree:
              children:
                - children: []
            new-in-this-version: true

            """);
    }

    [Theory]
    [InlineData("new WebAppValues { Imag = new() { Repository = \"a\" } }", "CS0117")]
    [InlineData("new WebAppValues { Volume = new() { Kind = \"host\", Paths = \"/\" } }", "CS0117")]
    [InlineData("new WebAppValues { Sidecars = [new() { }] }", "CS9035")]
    [InlineData("new WebAppValues { Replicas = \"2\" }", "CS0029")]
    [InlineData("new WebAppValues { Matrix = [[\"a\"]] }", "CS0029")]
    public void What_the_schema_does_not_take_does_not_compile(string expression, string id) =>
        Start(expression, WebFile).After.GetDiagnostics().Where(static one => one.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Select(static one => one.Id).Distinct().Should().Equal(id);

    [Fact]
    public void A_field_that_comes_or_goes_renames_nothing()
    {
        var before = Start(WebFile);
        foreach (var (from, to) in new[]
        {
            ("\"ratio\": {", "\"main\": { \"$ref\": \"#/definitions/image\" }, \"form\": { \"enum\": [\"Fast\", \"slow\", \"on\"] }, \"ratio\": {"),
            ("\"image\": { \"$ref\": \"#/definitions/image\", \"description\": \"Where the image is.\" },", ""),
            ("\"sidecars\": {", "\"sidecar\": { \"type\": \"object\", \"properties\": { \"image\": { \"type\": \"object\", \"properties\": { \"name\": { \"type\": \"string\" } } } } }, \"sidecars\": {"),
        })
        {
            Web.Should().Contain(from);
            var after = before.Replace(WebFile, WebFile.With(Web.Replace(from, to, StringComparison.Ordinal)));
            if (!to.Contains("\"sidecar\"", StringComparison.Ordinal))
                after.Files.Keys.Should().Contain(before.Files.Keys);
        }
    }

    [Fact]
    public void One_edited_type_is_made_again_and_no_other()
    {
        var run = Start(WebFile, Other);
        var edited = run.Replace(WebFile, WebFile.With(Web.Replace("\"tag\": {", "\"digest\": { \"type\": \"string\" }, \"tag\": {", StringComparison.Ordinal)));
        edited.Steps(ValuesGenerator.Steps.Files).Should().BeEquivalentTo([Modified, Cached]);
        edited.Steps(ValuesGenerator.Steps.Parse).Should().BeEquivalentTo([Modified, Unchanged]);
        edited.Steps(ValuesGenerator.Steps.Types).Count(static reason => reason == Modified).Should().Be(1);
        edited.ChangedSince(run).Should().Equal("Charts.web-app.WebAppImage.g.cs");
    }

    [Fact]
    public void A_CSharp_edit_leaves_every_step_cached()
    {
        var edited = Start(WebFile, Other).EditCSharp();
        foreach (var step in new[] { ValuesGenerator.Steps.Files, ValuesGenerator.Steps.Items, ValuesGenerator.Steps.Parse, ValuesGenerator.Steps.Types })
            edited.Steps(step).Should().NotBeEmpty().And.OnlyContain(static reason => reason == Cached, step);
        edited.SourceOutputs().Should().OnlyContain(static reason => reason == Cached);
    }

    [Fact]
    public void A_chart_that_comes_or_goes_changes_no_other_file()
    {
        var alone = Start(WebFile);
        var added = alone.Add(Other);
        added.ChangedSince(alone).Should().NotBeEmpty().And.OnlyContain(static name => name.StartsWith("Charts.other.", StringComparison.Ordinal));
        added.Remove(Other).ChangedSince(alone).Should().BeEmpty();
    }

    [Theory]
    [InlineData("https://example.org/lib/values.schema.json", "", "https://example.org/lib/values.schema.json")]
    [InlineData("https://example.org/lib/values.schema.json", "https://example.org/lib/values.schema.json", "")]
    [InlineData("../lib/values.schema.json", "", "")]
    [InlineData("../lib/values.schema.json#", "", "urn:example:lib")]
    public void Another_file_is_found_by_its_id_by_its_Url_or_beside_the_file(string reference, string url, string id)
    {
        var start = InputFile.ValuesSchema("/r/charts/web/values.schema.json", $$"""{ "$ref": "{{reference}}" }""", "web");
        var library = InputFile.ValuesSchema(
            "/r/charts/lib/values.schema.json",
            $$"""{ {{(id.Length > 0 ? $"\"$id\": \"{id}\"," : "")}} "type": "object", "properties": { "main": { "$ref": "schemas/parts.json#/instance" } } }""",
            url: url);
        var parts = InputFile.ValuesSchema("/r/charts/lib/schemas/parts.json", """{ "instance": { "type": "object", "properties": { "inner": { "$ref": "#/inner" } } }, "inner": { "enum": ["a", "b"] } }""");
        var run = Start(start, library, parts);
        run.Reported.Should().BeEmpty();
        run.Files.Keys.Should().BeEquivalentTo(["Charts.web.WebValues.g.cs", "Charts.web.WebPart.g.cs", "Charts.web.WebPartInner.g.cs"]);
    }

    [Theory]
    [InlineData("new WebValues { Main = new() { A = \"x\" } }", null)]
    [InlineData("new WebValues { Main = new() { } }", null)]
    [InlineData("new WebValues { Items = [new() { A = \"x\" }] }", null)]
    [InlineData("new WebValues { Items = [new() { A = \"x\", B = \"y\" }] }", "'items[0]' must meet exactly one of: 'a' or 'b'")]
    [InlineData("new WebValues { Items = [new() { }] }", "'items[0]' must meet exactly one of: 'a' or 'b'")]
    [InlineData("new WebValues { Items = [new() { A = \"${NAME}\", Mode = \"${MODE}\" }] }", null)]
    [InlineData("new WebValues { Items = [new() { A = \"x\", Mode = \"Off\" }] }", "'Off' is no known value of 'mode': it may be 'on' or 'off'; did you mean 'off'?")]
    [InlineData("new WebValues { Items = [new() { A = \"x\", Count = 3 }] }", "'count' *2*")]
    [InlineData("new WebValues { Items = [new() { A = \"X\" }] }", "'X' is no 'a': it must match ^[a-z]+$*")]
    public async Task A_constant_that_the_schema_rejects_is_told_and_what_the_chart_may_give_is_not(string expression, string? message)
    {
        const string Part = """{ "type": "object", "properties": { "a": { "type": "string", "pattern": "^[a-z]+$" }, "b": { "type": "string" }, "mode": { "enum": ["on", "off"] }, "count": { "type": "integer", "maximum": 2 } }, "oneOf": [{ "required": ["a"] }, { "required": ["b"] }] }""";
        var said = await AnalyzerRun.Of(new ProjectInput
        {
            Generators = [],
            Files = [InputFile.ValuesSchema("/r/charts/web.json", $$"""{ "properties": { "main": { "minProperties": 2, "allOf": [{{Part}}] }, "items": { "type": "array", "items": {{Part}} } } }""", "web")],
            Sources = [("/home/me/repo/cluster/Program.cs", Programs.Making(expression))],
        });
        var texts = said.Where(static one => one.Id.StartsWith("GOPS", StringComparison.Ordinal) && one.Id != "GOPS2001").Select(static one => $"{one.Id} {one.GetMessage(null)}").ToList();
        if (message is null)
            texts.Should().BeEmpty();
        else
            texts.Should().ContainSingle().Which.Should().Match($"GOPS5020 {message}; the schema of the chart says so, and Helm refuses the release");
    }

    [Fact]
    public void Without_a_root_namespace_the_classes_have_none() =>
        GeneratorRun.Start(new ProjectInput { Generators = [new ValuesGenerator()], Files = [WebFile], Properties = new Dictionary<string, string>() }).Files["Charts.web-app.WebAppValues.g.cs"]
            .Should().NotContain("namespace").And.Contain("global::WebAppImage? Image");

    private static GeneratorRun Start(params InputFile[] files) => GeneratorRun.Start(new ProjectInput { Generators = [new ValuesGenerator()], Files = files });

    private static GeneratorRun Start(string expression, params InputFile[] files) => GeneratorRun.Start(new ProjectInput
    {
        Generators = [new ValuesGenerator()],
        Files = files,
        Sources = [("/home/me/repo/cluster/Program.cs", Programs.Making(expression))],
        CheckOutput = false,
    });
}
