namespace GitOps.Tests;

public sealed class RulesFileTests : IDisposable
{
    private static readonly Finding Unknown = new("GOPS2001", FindingSeverity.Error, "no variable", new FindingPlace("kubernetes/apps/media/sonarr/app/x.yaml", 3, 1));
    private static readonly Finding Cycle = new("GOPS1005", FindingSeverity.Error, "a cycle", new FindingPlace("kubernetes/apps/media/sonarr/ks.yaml", 3, 1));

    private readonly ToolRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Theory]
    [InlineData("id: GOPS2001")]
    [InlineData("id: 2xxx")]
    [InlineData("id: [GOPS2001, 1005]")]
    [InlineData("id: GOPS2001\n    paths: kubernetes/apps/media")]
    [InlineData("id: GOPS2001\n    paths: kubernetes/apps/**/x.yaml")]
    [InlineData("id: GOPS2001\n    paths: [nothing, kubernetes/*/media/**]\n    reason: known")]
    public void An_entry_takes_a_finding_away(string entry)
    {
        Suppress(entry);

        repository.Validate(ToolRepository.Saying(Unknown)).Should().Be(ExitCodes.Done);

        repository.Output.Should().EndWith("1 suppressed by gitops.rules\n").And.NotContain("no variable");
    }

    [Theory]
    [InlineData("id: GOPS1001")]
    [InlineData("id: 1xxx\n    paths: kubernetes/apps/media")]
    [InlineData("id: GOPS2001\n    paths: kubernetes/apps/tools")]
    [InlineData("id: GOPS2001\n    paths: kubernetes/apps/med")]
    [InlineData("id: GOPS2001\n    paths: \"*.yaml\"")]
    public void An_entry_that_takes_nothing_is_a_suggestion_at_its_line(string entry)
    {
        Suppress(entry);

        repository.Validate(ToolRepository.Saying(Unknown)).Should().Be(ExitCodes.Findings);

        repository.Output.Should().Contain("  gitops.rules:2:5: suggestion GOPS0032: nothing is suppressed by this entry (").And.Contain("no variable");
        repository.Validate(ToolRepository.Saying(Unknown), new ValidateOptions { Only = ["2001"] });
        repository.Output.Should().NotContain("GOPS0032", "rules that were not asked for may be what it is for");
    }

    [Theory]
    [InlineData("suppres: []", "gitops.rules:1:1: error GOPS0030: 'suppres' has no meaning here; did you mean 'suppress'?; known: suppress")]
    [InlineData("suppress: x", "gitops.rules:1:11: error GOPS0030: 'suppress' is a list")]
    [InlineData("suppress:\n  - GOPS2001", "gitops.rules:2:5: error GOPS0030: an entry of 'suppress' is a map")]
    [InlineData("suppress:\n  - paths: x", "gitops.rules:2:5: error GOPS0030: an entry of 'suppress' names its rules")]
    [InlineData("suppress:\n  - id: GOPS2001\n    path: x", "gitops.rules:3:5: error GOPS0030: 'path' has no meaning here")]
    [InlineData("suppress:\n  - id: GOPS2999", "gitops.rules:2:9: error GOPS0031: there is no rule 'GOPS2999'; did you mean")]
    [InlineData("suppress:\n  - id: [GOPS2001, all]", "gitops.rules:2:20: error GOPS0031: 'all' is no id of a rule")]
    [InlineData("suppress:\n  - id: GOPS2001\n    paths: ../x", "gitops.rules:3:12: error GOPS0030: '../x' is no path inside the repository")]
    [InlineData("suppress:\n  - id: {}", "gitops.rules:2:9: error GOPS0030: 'id' is a text or a list of texts")]
    [InlineData("- a", "gitops.rules:1:1: error GOPS0030: a map with 'suppress', 'enable' or 'bootstrapped' is expected")]
    [InlineData("a: [", "error GOPS0030: not YAML")]
    public void What_the_file_says_wrongly_is_an_error_at_its_place(string text, string error)
    {
        repository.Write(RulesFile.FileName, text);

        repository.Validate(ToolRepository.Saying(), quiet: true).Should().Be(ExitCodes.Findings);

        repository.Output.Should().Contain(error);
    }

    [Fact]
    public void It_cannot_silence_itself()
    {
        repository.Write(RulesFile.FileName, "nonsense: 1\nsuppress:\n  - id: 0xxx\n  - id: 9xxx\n");

        repository.Validate(ToolRepository.Saying(new Finding(RuleIds.InternalError, FindingSeverity.Error, "oh no"))).Should().Be(ExitCodes.Findings);

        repository.Output.Should().Contain("GOPS0030").And.Contain("GOPS9001");
    }

    [Fact]
    public void Others_stay()
    {
        Suppress("id: GOPS2001");

        repository.Validate(ToolRepository.Saying(Unknown, Cycle)).Should().Be(ExitCodes.Findings);

        repository.Output.Should().Contain("GOPS1005").And.NotContain("GOPS2001");
    }

    [Theory]
    [InlineData("a/b", "a/b", true)]
    [InlineData("a/b", "a/b/c", true)]
    [InlineData("a/b", "a/bc", false)]
    [InlineData("./a/", "a/b", true)]
    [InlineData("a/*", "a/b/c", true)]
    [InlineData("*/c", "a/b/c", false)]
    [InlineData("**/c", "a/b/c", true)]
    [InlineData("**/c", "c", true)]
    [InlineData("a/**/c", "a/c", true)]
    [InlineData("a/**/c", "a/b/d/c", true)]
    [InlineData("a/**/c/**", "a/c", true)]
    [InlineData("a/**/b/c", "a/b/b/c", true)]
    [InlineData("a/?.yaml", "a/x.yaml", true)]
    [InlineData("a/?.yaml", "a/xy.yaml", false)]
    [InlineData("a/x*y*.yaml", "a/xaybyz.yaml", true)]
    [InlineData("A/b", "a/b", false)]
    public void Globs(string pattern, string path, bool matches) => new PathGlob(pattern).Matches(path).Should().Be(matches);

    [Fact]
    public void A_glob_of_many_stars_takes_no_time() =>
        new PathGlob(string.Concat(Enumerable.Repeat("**/*a*a*a*a*/", 30)) + "b").Matches(string.Join('/', Enumerable.Repeat(new string('a', 200), 400))).Should().BeFalse();

    private void Suppress(string entry) => repository.Write(RulesFile.FileName, $"suppress:\n  - {entry}\n");
}
