using System.Diagnostics;

namespace GitOps.Tests;

public sealed class FluxSubstitutionTests
{
    private const string Object = """
        # a comment that Flux drops
        kind: ConfigMap
        apiVersion: v1
        metadata:
          name: "${APP}"   # quotes are lost
          annotations:
            a: 'v-${VERSION}'
        data:
          on: "${FLAG:=true}"
          text: |
            l1 ${APP}
            ${TYPO}
          number: "${PORT}"
        """;

    [Fact]
    public void Quotes_are_lost_and_values_take_the_type_that_they_look_like()
    {
        var result = Run(Object.Replace("${TYPO}", "$${LITERAL}", StringComparison.Ordinal), ("APP", "x"), ("VERSION", "1.10"), ("PORT", "0123"));

        result.Findings.Should().BeEmpty();
        result.Value!.ToString().Should().Be("""{"apiVersion":"v1","data":{"number":83,"on":true,"text":"l1 x\n${LITERAL}\n"},"kind":"ConfigMap","metadata":{"annotations":{"a":"v-1.10"},"name":"x"}}""");
        result.WasSubstituted.Should().BeTrue();
    }

    [Fact]
    public void A_variable_that_is_not_set_fails_where_it_is_written()
    {
        var result = Run(Object, ("APP", "x"), ("VERSION", "1"), ("PORT", "1"), ("TYP0", "z"));

        result.Value.Should().BeNull();
        result.Findings.Should().ContainSingle().Which.ToString().Should().Be(
            "app/cm.yaml(12,5): error GOPS2001: no variable 'TYPO' for 'ConfigMap/${APP}', which takes its variables from the command line; did you mean 'TYP0'?");
        Run(Object, strict: false, ("APP", "x"), ("VERSION", "1"), ("PORT", "1")).Value!["data"]!.TextOf("text").Should().Be("l1 x\n", "the empty line is the last, and `|` keeps no more than one");
    }

    [Fact]
    public void Without_a_variable_nothing_runs_but_with_the_strategy_Always()
    {
        var plain = Run(Object);

        plain.Findings.Should().BeEmpty();
        plain.WasSubstituted.Should().BeFalse();
        plain.Value!["metadata"]!.TextOf("name").Should().Be("${APP}");
        FluxSubstitution.Run(YamlFile.Read(Object), YamlFile.Read(Object).Documents[0].Root!, "f.yaml", new(new Dictionary<string, string>()) { Always = true }).Findings.Should().HaveCount(5);
    }

    [Theory]
    [InlineData("labels", "disabled", false)]
    [InlineData("annotations", "disabled", false)]
    [InlineData("labels", "Disabled", true)]
    public void The_mark_switches_it_off_when_it_is_exactly_that(string where, string value, bool runs)
    {
        var text = $$"""
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: x
              {{where}}: {kustomize.toolkit.fluxcd.io/substitute: {{value}}}
            data: {a: "${X}"}
            """;

        Run(text, ("X", "1")).WasSubstituted.Should().Be(runs);
    }

    [Theory]
    [InlineData("a: \"${X-d}\"", "1", "f.yaml(1,5): error GOPS2002: Flux cannot parse '${X-d}'")]
    [InlineData("b: 1\na: \"x: ${X}\"", "it's", "f.yaml(2,8): error GOPS2004: 'x: ${X}' breaks the YAML once its variables are put in")]
    [InlineData("a: ${X}\nb: c", "{", "f.yaml(1,4): error GOPS2004: '${X}' breaks the YAML once its variables are put in")]
    [InlineData("a: [\"${X}\"]", ".inf", "f.yaml(1,6): error GOPS2004: '${X}' breaks the YAML once its variables are put in: '.inf' is a number that JSON cannot hold")]
    [InlineData("${X}: a", "~", "f.yaml(1,1): error GOPS2004: '${X}' breaks the YAML once its variables are put in: a key that is null")]
    [InlineData("a: .nan", "1", "f.yaml(1,4): error GOPS0001: '.nan' is a number that JSON cannot hold")]
    [InlineData("a:\n  1: x", "1", "f.yaml(2,3): error GOPS0001: the key '1' is no text without quotes")]
    public void A_fault_stands_where_the_author_wrote_it(string text, string value, string finding)
    {
        var file = YamlFile.Read(text);

        var result = FluxSubstitution.Run(file, file.Documents[0].Root!, "f.yaml", new(new Dictionary<string, string> { ["X"] = value }));

        result.Value.Should().BeNull();
        result.Findings.Should().ContainSingle().Which.ToString().Should().StartWith(finding);
    }

    [Fact]
    public void A_value_loses_its_line_breaks_and_a_key_becomes_text()
    {
        Run("a: v-${X}\n${Y}: 1", ("X", "a\nb"), ("Y", "yes")).Value!.ToString().Should().Be("""{"true":1,"a":"v-ab"}""");
    }

    /// <summary>The Python port of Flux's substitution over every real object: the same text, or both refuse.</summary>
    [SharedTheory]
    [InlineData("home-ops")]
    [InlineData("phoebe")]
    [InlineData("anton")]
    [InlineData("cluster-template")]
    public void Real_objects_become_what_the_independent_port_makes_of_them(string repository)
    {
        var folder = Directory.CreateTempSubdirectory("gitops-substitution-");
        try
        {
            var variables = new Dictionary<string, string> { ["APP"] = "app", ["NAMESPACE"] = "ns", ["SECRET_DOMAIN"] = "example.org", ["VOLSYNC_CAPACITY"] = "5Gi", ["TIMEZONE"] = "Europe/Berlin" };
            var expected = new List<string?>();
            foreach (var path in Directory.EnumerateFiles(SharedData.Data("repos", repository), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var file = YamlFile.Read(File.ReadAllText(path));
                if (file.Faults.Count > 0)
                    continue;
                foreach (var document in file.Documents)
                    foreach (var strict in new[] { true, false })
                    {
                        if (document.Mapping is null || KustomizeData.Read(document.Root, out var faults) is not { } value || faults.Count > 0)
                            continue;
                        var result = FluxSubstitution.Run(file, document.Mapping, path, new(variables) { Strict = strict });
                        if (!result.WasSubstituted)
                            continue;
                        File.WriteAllText(Path.Combine(folder.FullName, $"{expected.Count}{(strict ? "s" : "l")}.in"), ObjectEmission.Write(value).Text);
                        expected.Add(result.Findings.Any(static finding => finding.Id is RuleIds.UndefinedVariable or RuleIds.SubstitutionSyntax) ? null : result.Text);
                    }
            }

            RunPort(folder.FullName, variables);

            expected.Count.Should().BeGreaterThan(60);
            for (var i = 0; i < expected.Count; i++)
            {
                var output = Path.Combine(folder.FullName, $"{i}.out");
                (File.Exists(output) ? File.ReadAllText(output) : null).Should().Be(expected[i]);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void RunPort(string folder, Dictionary<string, string> variables)
    {
        const string Script = """
            import sys, os, json
            sys.path.insert(0, sys.argv[1])
            import envsubst
            variables = json.loads(sys.argv[3])
            for name in os.listdir(sys.argv[2]):
                number, strict = name[:-4], name.endswith('s.in')
                missing = set()
                text = open(os.path.join(sys.argv[2], name), encoding='utf-8', newline='').read()
                try:
                    result = envsubst.evaluate(envsubst.parse(text), variables, missing)
                except envsubst.SubstErr:
                    continue
                if strict and missing:
                    continue
                open(os.path.join(sys.argv[2], number + '.out'), 'w', encoding='utf-8', newline='').write(result)
            """;
        var start = new ProcessStartInfo("python3", ["-c", Script, Path.Combine(SharedData.Root, "tools"), folder, System.Text.Json.JsonSerializer.Serialize(variables)]) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, errors);
    }

    private static SubstitutedObjectResult Run(string text, params (string Name, string Value)[] variables) => Run(text, strict: true, variables);

    private static SubstitutedObjectResult Run(string text, bool strict, params (string Name, string Value)[] variables)
    {
        var file = YamlFile.Read(text);
        return FluxSubstitution.Run(file, file.Documents[0].Root!, "app/cm.yaml", new(variables.ToDictionary(static pair => pair.Name, static pair => pair.Value)) { Strict = strict });
    }
}
