namespace GitOps.Tests;

/// <summary>Analyzers, release files, help pages and the constants of the rules are one set.</summary>
public sealed class AnalyzerRulesTests
{
    [Fact]
    public void Every_rule_of_an_analyzer_is_released_with_its_category_and_severity_and_has_a_page()
    {
        var released = File.ReadAllLines(Path.Combine(SharedData.RepositoryRoot, "src", "Generators", "AnalyzerReleases.Unshipped.md"));
        foreach (var rule in AnalyzerRun.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics))
        {
            released.Should().ContainSingle(line => line.StartsWith($"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | "));
            File.Exists(Path.Combine(SharedData.RepositoryRoot, "docs", "rules", rule.Id + ".md")).Should().BeTrue(rule.Id);
            RuleCatalog.All.Should().ContainSingle(known => known.Id == rule.Id && known.Title == rule.Title.ToString() && known.Severity.ToString() == rule.DefaultSeverity.ToString());
        }
    }

    [Fact]
    public void No_rule_belongs_to_two_analyzers() =>
        AnalyzerRun.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Should().OnlyHaveUniqueItems().And.NotBeEmpty();
}
