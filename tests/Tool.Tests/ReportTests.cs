using System.Text.Json;

namespace GitOps.Tests;

public sealed class ReportTests : IDisposable
{
    private readonly ToolRepository repository = new();

    public void Dispose() => repository.Dispose();

    private static TreeJudge Judge => static (_, _, _) => new TreeJudgement(
    [
        new Finding("GOPS1001", FindingSeverity.Error, "no Kustomization 'x'", new FindingPlace("apps/media/ks.yaml", 14, 9), "spec.dependsOn[0]") { AlsoAt = [new FindingPlace("apps/x y/ks.yaml", 1, 2)], Suggestion = "y" },
        new Finding("GOPS2005", FindingSeverity.Warning, "100% of\nlines: a,b", new FindingPlace("apps/media/app/a,b:c.yaml", 2)),
        new Finding("GOPS5001", FindingSeverity.Error, "a name", new FindingPlace("apps/tools/ks.yaml", 3, 4)),
        new Finding("GOPS2006", FindingSeverity.Suggestion, "perhaps", new FindingPlace("z.yaml", 1, 1)),
    ])
    {
        Roots = ["flux/cluster"],
        Kustomizations = 3,
        AppOf = static finding => finding.Place!.Path.Split('/') is ["apps", var app, ..] ? $"{app}/app" : "",
        WaitingFor = static app => app == "tools/app" ? 2 : 0,
    };

    [Fact]
    public void People_read_it_by_app_with_counts_and_where_to_begin()
    {
        Run(ReportFormat.Text).Should().Be("""
            not of one Kustomization
              z.yaml:1:1: suggestion GOPS2006: perhaps

            media/app
              apps/media/app/a,b:c.yaml:2: warning GOPS2005: 100% of lines: a,b
              apps/media/ks.yaml:14:9: error GOPS1001: no Kustomization 'x' at spec.dependsOn[0]
                  also apps/x y/ks.yaml:1:2

            tools/app
              apps/tools/ks.yaml:3:4: error GOPS5001: a name

            begin with apps/tools/ks.yaml:3:4 (GOPS5001): 2 more Kustomizations wait for 'tools/app'
            2 errors, 1 warning, 1 suggestion in 2 Kustomizations; 3 Kustomizations and 0 files looked at

            """);
    }

    [Fact]
    public void Nothing_is_said_in_one_line()
    {
        repository.Validate(ToolRepository.Saying()).Should().Be(ExitCodes.Done);
        repository.Output.Should().Be("nothing found: 0 Kustomizations and 0 files looked at\n");
        repository.Validate(ToolRepository.Saying(), quiet: true);
        repository.Output.Should().BeEmpty();
    }

    [Fact]
    public void MsBuild_and_editors_read_lines() =>
        Run(ReportFormat.MsBuild).Should().Be("""
            apps/media/app/a,b:c.yaml(2): warning GOPS2005: 100% of lines: a,b
            apps/media/ks.yaml(14,9): error GOPS1001: no Kustomization 'x' at spec.dependsOn[0]
            apps/tools/ks.yaml(3,4): error GOPS5001: a name
            z.yaml(1,1): info GOPS2006: perhaps

            """);

    [Fact]
    public void GitHub_reads_commands_whose_text_cannot_end_them() =>
        Run(ReportFormat.GitHub).Should().Be("""
            ::warning file=apps/media/app/a%2Cb%3Ac.yaml,line=2,title=GOPS2005 media/app::100%25 of%0Alines: a,b
            ::error file=apps/media/ks.yaml,line=14,col=9,title=GOPS1001 media/app::no Kustomization 'x' at spec.dependsOn[0]
            ::error file=apps/tools/ks.yaml,line=3,col=4,title=GOPS5001 tools/app::a name
            ::notice file=z.yaml,line=1,col=1,title=GOPS2006::perhaps

            """);

    [Fact]
    public void Json_is_one_document_with_a_version()
    {
        using var json = JsonDocument.Parse(Run(ReportFormat.Json));

        var root = json.RootElement;
        root.GetProperty("version").GetInt32().Should().Be(1);
        root.GetProperty("roots")[0].GetString().Should().Be("flux/cluster");
        root.GetProperty("summary").ToString().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).Should().Be("""{"errors":2,"warnings":1,"suggestions":1,"suppressed":0,"kustomizations":3,"files":0}""");
        root.GetProperty("first").GetProperty("waiting").GetInt32().Should().Be(2);
        var finding = root.GetProperty("findings")[1];
        finding.EnumerateObject().Select(static property => property.Name).Should().Equal("id", "severity", "message", "kustomization", "path", "line", "column", "field", "suggestion", "alsoAt");
        finding.GetProperty("kustomization").GetString().Should().Be("media/app");
        root.GetProperty("findings")[0].TryGetProperty("column", out _).Should().BeFalse("it is not known");
    }

    [Fact]
    public void Sarif_has_what_code_scanning_asks_for()
    {
        using var json = JsonDocument.Parse(Run(ReportFormat.Sarif));

        var root = json.RootElement;
        root.GetProperty("version").GetString().Should().Be("2.1.0");
        var run = root.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        rules.EnumerateArray().Select(static rule => rule.GetProperty("id").GetString()).Should().Equal("GOPS1001", "GOPS2005", "GOPS2006", "GOPS5001");
        rules[0].GetProperty("help").GetProperty("markdown").GetString().Should().StartWith("# GOPS1001: ");
        rules[0].GetProperty("shortDescription").GetProperty("text").GetString().Should().NotBeEmpty().And.NotContain("GOPS");
        var results = run.GetProperty("results");
        results.GetArrayLength().Should().Be(4);
        foreach (var result in results.EnumerateArray())
        {
            rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().Should().Be(result.GetProperty("ruleId").GetString());
            result.GetProperty("level").GetString().Should().BeOneOf("error", "warning", "note");
            var location = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            Uri.TryCreate(location.GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.Relative, out _).Should().BeTrue();
            run.GetProperty("originalUriBaseIds").TryGetProperty(location.GetProperty("artifactLocation").GetProperty("uriBaseId").GetString()!, out _).Should().BeTrue();
        }
        results[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString().Should().Be("apps/media/app/a%2Cb%3Ac.yaml");
        results[1].GetProperty("relatedLocations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString().Should().Be("apps/x%20y/ks.yaml");
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(1, 3)]
    [InlineData(0, 4)]
    public void Severity_hides_what_is_less(int severity, int lines)
    {
        repository.Validate(Judge, new ValidateOptions { Format = ReportFormat.MsBuild, Severity = (FindingSeverity)severity }).Should().Be(ExitCodes.Findings);
        repository.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(lines);
    }

    [Fact]
    public void Only_rules_that_were_asked_for_count()
    {
        repository.Validate(Judge, new ValidateOptions { Format = ReportFormat.MsBuild, Only = ["20xx"] }).Should().Be(ExitCodes.Done, "no error is left");
        repository.Output.Should().Contain("GOPS2005").And.Contain("GOPS2006").And.NotContain("GOPS1001");
    }

    [Fact]
    public void What_the_command_line_names_must_be_there()
    {
        foreach (var options in new[] { new ValidateOptions { Path = "none" }, new ValidateOptions { Path = "gitops.root" }, new ValidateOptions { Roots = ["none"] }, new ValidateOptions { Roots = ["../.."] }, new ValidateOptions { Crds = ["none.yaml"] } })
        {
            repository.Validate(Judge, options).Should().Be(ExitCodes.Findings);
            repository.Output.Should().Contain("error GOPS0004: ").And.NotContain("GOPS1001");
        }
    }

    [Fact]
    public void The_repository_is_found_from_a_folder_in_it_and_roots_are_relative_to_it()
    {
        repository.Write("a/b/c.yaml", "");
        TreeOptions? given = null;
        repository.Write("crd.yaml", """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: things.example.org}
            spec:
              group: example.org
              scope: Namespaced
              names: {kind: Thing, plural: things}
              versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: string}}}}}]
            """);
        repository.Validate((tree, options, _) =>
        {
            given = options;
            tree.HasFolder("a/b").Should().BeTrue();
            return new TreeJudgement([]);
        }, new ValidateOptions { Path = "a/b", Roots = ["./a/b/"], Crds = ["crd.yaml"] }).Should().Be(ExitCodes.Done);
        given!.Roots.Should().Equal("a/b");
        given.Schemas.Find("example.org/v1", "Thing").Should().NotBeNull();
        given.Schemas.Find("v1", "ConfigMap").Should().NotBeNull();
        repository.Write("none.yaml", "kind: x");
        repository.Validate(Judge, new ValidateOptions { Crds = ["none.yaml"] }).Should().Be(ExitCodes.Findings);
        repository.Output.Should().Contain("none.yaml:1:1: error GOPS0002: ");
    }

    [Fact]
    public void A_file_that_could_not_be_read_is_said_with_its_real_reason_once()
    {
        repository.Write("a.yaml", [0xFF]);
        repository.Validate(static (tree, _, _) =>
        {
            var fault = YamlFile.Read(tree.Read("a.yaml")!).Faults[0];
            return new TreeJudgement([new Finding("GOPS0001", FindingSeverity.Error, fault.Message, new FindingPlace("a.yaml", 1, 1)), new Finding("GOPS3012", FindingSeverity.Error, "no object", new FindingPlace("a.yaml"))]);
        }).Should().Be(ExitCodes.Findings);
        repository.Output.Should().Contain("a.yaml:1:1: error GOPS0001: this is no text in UTF-8").And.NotContain("control characters").And.NotContain("GOPS3012");
    }

    private string Run(ReportFormat format)
    {
        repository.Validate(Judge, new ValidateOptions { Format = format }).Should().Be(ExitCodes.Findings);
        return repository.Output;
    }
}
