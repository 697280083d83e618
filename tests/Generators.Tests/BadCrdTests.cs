using Microsoft.CodeAnalysis;

namespace GitOps.Tests;

/// <summary>What is wrong in a CRD stops the build at its line; the other CRDs have their models all the same.</summary>
public sealed class BadCrdTests
{
    private const string Good = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: gadgets.example.org
        spec:
          group: example.org
          names: {kind: Gadget, plural: gadgets}
          scope: Namespaced
          versions:
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: {type: string}}}}}

        """;

    [Theory]
    [InlineData("no YAML", "a: 1\nb: [1,\nc: 2\n", "GOPS0001", "c: 2", "not YAML: *")]
    [InlineData("a tab", "spec:\n\ta: 1\n", "GOPS0001", "\ta", "not YAML: *")]
    [InlineData("a merge conflict", "<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> theirs\n", "GOPS0001", ": 1\n=", "not YAML: *")]
    [InlineData("a cycle of aliases", "a: &a\n  b: *a\n", "GOPS0001", "*a", "the alias '?a' stands inside the node that it names")]
    [InlineData("an alias without anchor", "a: *b\n", "GOPS0001", "*b", "the alias '?b' has no anchor '&b' before it in this document")]
    [InlineData("another object", "# one\napiVersion: v1\nkind: Secret\n", "GOPS0002", "apiVersion", "this is neither a CustomResourceDefinition nor an OpenAPI document")]
    [InlineData("nothing", "", "GOPS0002", "", "this is neither a CustomResourceDefinition nor an OpenAPI document")]
    public void A_file_that_is_none(string what, string text, string id, string at, string message) => Reports(what, text, id, at, message);

    [Theory]
    [InlineData("size: {type: string}", "size: {$ref: '#/definitions/size'}", "GOPS0003", "{$ref", "a CustomResourceDefinition holds no references; *'#/definitions/size'*")]
    [InlineData("size: {type: string}", "size: {$ref: '#'}", "GOPS0003", "{$ref", "a CustomResourceDefinition holds no references; *'#'*")]
    [InlineData("size: {type: string}", "size: {type: array, items: [{type: string}, {type: integer}]}", "GOPS0003", "[{type", "a list with a schema for each place is not supported; *")]
    [InlineData("size: {type: string}", "size: {type: text}", "GOPS0002", "text}", "'text' is no JSON type; *")]
    [InlineData("size: {type: string}", "size: string", "GOPS0002", "string}", "the field 'size' has no schema")]
    [InlineData("size: {type: string}", "size: {type: string}, size: {type: integer}", "GOPS0002", "size: {type: integer", "the key 'size' stands twice in this mapping; remove one")]
    [InlineData("size: {type: string}", "size: &a {type: object, properties: {again: *a}}", "GOPS0001", "*a", "the alias '?a' stands inside the node that it names")]
    [InlineData("apiextensions.k8s.io/v1\n", "apiextensions.k8s.io/v1beta1\n", "GOPS0002", "apiextensions.k8s.io/v1beta1", "a CustomResourceDefinition of 'apiextensions.k8s.io/v1beta1' is not read; bring it to apiextensions.k8s.io/v1")]
    [InlineData("group: example.org", "grup: example.org", "GOPS0002", "grup: ", "'group' is missing or is no text")]
    [InlineData("kind: Gadget, ", "", "GOPS0002", "{plural", "'kind' is missing or is no text")]
    [InlineData("  versions:\n", "  versions: []\n  old:\n", "GOPS0002", "[]", "the CustomResourceDefinition of 'Gadget' has no 'versions'")]
    [InlineData("        openAPIV3Schema: ", "        openapi: ", "GOPS0002", "openapi:", "'openAPIV3Schema' is missing or is no mapping")]
    public void A_schema_that_cannot_become_a_model(string from, string to, string id, string at, string message)
    {
        Good.Should().Contain(from);
        Reports(to, Good.Replace(from, to, StringComparison.Ordinal), id, at, message);
    }

    [Fact]
    public void A_schema_without_end_is_an_error_and_not_an_overflow()
    {
        const int Levels = 5000;
        var nested = string.Concat(Enumerable.Repeat("{type: object, properties: {a: ", Levels)) + "{type: string}" + new string('}', 2 * Levels);
        var run = Start(Good.Replace("size: {type: string}", "size: " + nested, StringComparison.Ordinal));
        run.Reported.Should().ContainSingle().Which.Id.Should().Be("GOPS0001");
    }

    private static void Reports(string what, string text, string id, string at, string message)
    {
        var run = Start(text);
        var one = run.Reported.Should().ContainSingle(what).Subject;
        one.Severity.Should().Be(DiagnosticSeverity.Error);
        one.Id.Should().Be(id, one.GetMessage());
        one.GetMessage().Should().Match(message);
        var place = one.Location.GetLineSpan();
        place.Path.Should().Be("/project/crds/bad.yaml");
        text.Split('\n')[place.StartLinePosition.Line][place.StartLinePosition.Character..].Should().StartWith(at.Split('\n')[0], one.GetMessage());
        run.Files.Keys.Should().Contain(static name => name.Contains("Widget", StringComparison.Ordinal));
    }

    private static GeneratorRun Start(string bad) => GeneratorRun.Start(new ProjectInput
    {
        Generators = [new ModelGenerator()],
        Files = [InputFile.Crd("/project/crds/bad.yaml", bad), InputFile.Crd("/project/crds/good.yaml", Good.Replace("Gadget", "Widget", StringComparison.Ordinal).Replace("gadget", "widget", StringComparison.Ordinal).Replace("example.org", "example.com", StringComparison.Ordinal))],
    });
}
