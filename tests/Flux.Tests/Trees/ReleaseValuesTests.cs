namespace GitOps.Tests;

/// <summary>Values of releases against the schemas of their charts, as Helm sees them: over the chart's own, and after substitution.</summary>
public sealed class ReleaseValuesTests
{
    private const string Schema = """
        {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "replicas": { "type": "integer", "minimum": 1 },
            "enabled": { "type": "boolean" },
            "image": { "type": "object", "additionalProperties": false, "properties": { "repository": { "type": "string" }, "tag": { "type": "string" } }, "required": ["repository", "tag"] },
            "service": {
              "type": "object",
              "additionalProperties": { "type": "object", "additionalProperties": false, "properties": { "port": { "type": "integer" }, "type": { "type": "string", "enum": ["ClusterIP", "LoadBalancer"] } }, "required": ["port"] }
            }
          },
          "required": ["image"]
        }
        """;

    private const string OciRepository = "apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nmetadata:\n  name: source\n  namespace: media\nspec:\n  interval: 1h\n  url: oci://ghcr.io/example/charts/web\n  ref:\n    tag: 1.0.0\n";
    private const string HelmChart = "apiVersion: source.toolkit.fluxcd.io/v1\nkind: HelmChart\nmetadata:\n  name: source\n  namespace: media\nspec:\n  interval: 1h\n  chart: web\n  version: 1.0.0\n  sourceRef:\n    kind: HelmRepository\n    name: repo\n";
    private const string HelmRepository = "apiVersion: source.toolkit.fluxcd.io/v1\nkind: HelmRepository\nmetadata:\n  name: repo\n  namespace: media\nspec:\n  url: https://charts.example.org\n";
    private const string ByOci = "interval: 1h\nchartRef:\n  kind: OCIRepository\n  name: source\n";

    [Theory]
    [InlineData("replicas: 0", "'replicas' is 0, 1 is the least", "spec.values.replicas", 12, 15)]
    [InlineData("replicaz: 2", "WebValues has no field 'replicaz'; did you mean 'replicas'?", "spec.values.replicaz", 12, 5)]
    [InlineData("replicas: two", "'replicas' is the string 'two', and must be an integer", "spec.values.replicas", 12, 15)]
    [InlineData("service: { http: { type: LoadBalancer } }", "WebValues service.http lacks the required field 'port'", "spec.values.service.http.port", 12, 22)]
    [InlineData("service: { http: { port: 80, type: clusterip } }", "'clusterip' is no known value of 'type': it may be 'ClusterIP' or 'LoadBalancer'", "spec.values.service.http.type", 12, 40)]
    public void What_the_schema_rejects_is_told_at_its_place(string values, string message, string path, int line, int column)
    {
        var found = Check(ByOci + "values:\n  " + values, OciRepository).Should().ContainSingle().Which;
        found.Message.Should().StartWith(message).And.EndWith("; the schema of the chart says so, and Helm refuses the release");
        (found.Severity, found.FieldPath, found.Place).Should().Be((FindingSeverity.Error, path, new FindingPlace("apps/release.yaml", line, column)));
    }

    /// <summary>Helm lays the values over the chart's own, which nobody here sees, and takes out what is null.</summary>
    [Theory]
    [InlineData("replicas: 2")]
    [InlineData("image: { tag: \"1\" }")]
    [InlineData("replicas: null")]
    [InlineData("service: { http: null }")]
    [InlineData("service: { http: { port: 80, type: null } }")]
    public void What_the_charts_own_values_may_give_is_not_missing(string values) => Check(ByOci + "values:\n  " + values, OciRepository).Should().BeEmpty();

    [Fact]
    public void Other_values_may_give_what_is_missing_below_any_key()
    {
        const string from = "valuesFrom:\n  - kind: Secret\n    name: more\n    optional: true\n";
        Check(ByOci + from + "values:\n  service: { http: { type: LoadBalancer } }", OciRepository).Should().BeEmpty();
        Check(ByOci + from + "values:\n  service: { http: { typ: LoadBalancer } }", OciRepository).Should().ContainSingle().Which.Message.Should().Contain("no field 'typ'");
    }

    [Theory]
    [InlineData("interval: 1h\nchart:\n  spec:\n    chart: web\n    version: 1.0.0\n    sourceRef:\n      kind: HelmRepository\n      name: repo\n", HelmRepository, 1)]
    [InlineData("interval: 1h\nchart:\n  spec:\n    chart: other\n    version: 1.0.0\n    sourceRef:\n      kind: HelmRepository\n      name: repo\n", HelmRepository, 0)]
    [InlineData("interval: 1h\nchart:\n  spec:\n    chart: ./charts/web\n    sourceRef:\n      kind: GitRepository\n      name: flux-system\n      namespace: flux-system\n", HelmRepository, 1)]
    [InlineData("interval: 1h\nchart:\n  spec:\n    chart: web\n    version: 1.0.0\n    valuesFiles: [values.yaml, more.yaml]\n    sourceRef:\n      kind: HelmRepository\n      name: repo\n", HelmRepository, 1)]
    [InlineData("interval: 1h\nchartRef:\n  kind: HelmChart\n  name: source\n", HelmChart + "---\n" + HelmRepository, 1)]
    [InlineData("interval: 1h\nchartRef:\n  kind: OCIRepository\n  name: nowhere\n", OciRepository, 0)]
    public void A_chart_is_known_by_its_name(string spec, string source, int findings) => Check(spec + "values:\n  replicas: 0", source).Should().HaveCount(findings);

    [Theory]
    [InlineData("enabled: ${ON}", "ON: \"true\"", 0)]
    [InlineData("enabled: ${ON}", "ON: sure", 1)]
    [InlineData("enabled: ${ON}", null, 0)]
    [InlineData("service: { http: { port: 80, type: \"${TYPE}\" } }", null, 0)]
    public void Values_are_judged_after_substitution_as_far_as_it_is_known(string values, string? variable, int findings) =>
        Check(ByOci + "values:\n  " + values, OciRepository, variable is null ? "substituteFrom:\n    - kind: Secret\n      name: elsewhere" : "substitute:\n    " + variable).Should().HaveCount(findings);

    /// <summary>Synth asks this rule alone, without the look that validate takes first.</summary>
    [Theory]
    [InlineData("", 1)]
    [InlineData("sops:\n  mac: x\n", 0)]
    public void What_SOPS_left_of_a_release_is_not_judged(string sops, int findings)
    {
        var cluster = Trees.Cluster(("apps/release.yaml", Trees.Release("r", "media", ByOci + "values:\n  replicas: ENC[AES256_GCM,data:x]") + sops), ("apps/source.yaml", OciRepository));
        cluster.Objects.SelectMany(item => ReleaseValues.Check(cluster, item, static _ => Model, SchemaSet.Shipped)).Should().HaveCount(findings);
    }

    private static IReadOnlyList<Finding> Check(string spec, string source, string postBuild = "") => [.. TreeValidation.Check(
        Trees.Of(
            ("flux/cluster.yaml", Trees.Kustomization("cluster", "flux-system", "path: ./apps" + (postBuild.Length == 0 ? "" : "\npostBuild:\n  " + postBuild))),
            ("apps/release.yaml", Trees.Release("r", "media", spec)),
            ("apps/source.yaml", source)),
        new() { Roots = ["flux"], ChartSchema = static chart => chart == "web" ? Model : null }).Where(static finding => finding.Id == RuleIds.ChartValue)];

    private static SchemaModel Model { get; } = ValuesSchemaReader.Read(new("values.schema.json", Schema), [new("values.schema.json", Schema)], "web", "Values");
}
