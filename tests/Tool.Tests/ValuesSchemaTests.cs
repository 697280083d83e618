namespace GitOps.Tests;

/// <summary>Schemas of charts' values that the command line names.</summary>
public sealed class ValuesSchemaTests : IDisposable
{
    private const string Release = """
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata:
          name: web
          namespace: default
        spec:
          interval: 1h
          chart:
            spec:
              chart: web
              version: 1.0.0
              sourceRef:
                kind: HelmRepository
                name: charts
          values:
            server:
              prot: 80
        ---
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: HelmRepository
        metadata:
          name: charts
          namespace: default
        spec:
          url: https://charts.example.org

        """;

    private readonly ToolRepository repository = FluxRepository.Make();

    public ValuesSchemaTests()
    {
        repository.Write(FluxRepository.App + "/config.yaml", Release);
        repository.Write("charts/list.json", "[1]");
        repository.Write("charts/web.json", """{"type": "object", "properties": {"server": {"$ref": "parts.json#/server"}}}""");
        repository.Write("charts/parts.json", """{"server": {"type": "object", "additionalProperties": false, "properties": {"port": {"type": "integer"}}}}""");
    }

    public void Dispose() => repository.Dispose();

    [Fact]
    public void The_values_of_the_charts_releases_are_judged()
    {
        Validate("web=charts/web.json", "charts/parts.json").Should().Be(ExitCodes.Findings);
        repository.Output.Should().Contain("apps/one/config.yaml(17,7): error GOPS5020: WebValues server has no field 'prot'; did you mean 'port'?").And.Contain("at spec.values.server.prot");
    }

    [Fact]
    public void Of_other_charts_nothing_is_said()
    {
        Validate("site=charts/web.json", "charts/parts.json").Should().Be(ExitCodes.Done, repository.Output);
        repository.Output.Should().NotContain("GOPS5020");
    }

    [Fact]
    public void A_reference_to_a_file_that_is_not_named_is_told_at_its_place()
    {
        Validate("web=charts/web.json").Should().Be(ExitCodes.Findings);
        repository.Output.Should().Contain("charts/web.json(1,").And.Contain("GOPS0009").And.NotContain("GOPS5020");
    }

    [Theory]
    [InlineData("web=charts/nothing.json", "GOPS0004", "there is no file 'charts/nothing.json'")]
    [InlineData("web=charts/list.json", "GOPS0008", "charts/list.json(1,1)")]
    public void A_file_that_is_no_schema_is_told(string option, string id, string says)
    {
        Validate(option).Should().Be(ExitCodes.Findings);
        repository.Output.Should().Contain(id).And.Contain(says);
    }

    private int Validate(params string[] schemas) => repository.Run(["validate", "--format", "msbuild", "--values-schema", .. schemas]);
}
