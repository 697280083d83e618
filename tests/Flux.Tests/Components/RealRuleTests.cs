namespace GitOps.Tests;

/// <summary>The rules over the Kustomizations of the real repositories: they find the defects that are known there, and no others.</summary>
public sealed class RealRuleTests
{
    [SharedFact]
    public void The_undefined_variables_of_one_repository_are_found_each_once()
    {
        var errors = Check(Model("phoebe")).Where(finding => finding.Severity == FindingSeverity.Error && finding.Id != RuleIds.ObjectOwnedTwice).ToList();

        errors.Should().OnlyContain(finding => finding.Id == "GOPS2001");
        errors.Should().HaveCount(17);
        Count("'DATABASE_EXTENSIONS'").Should().Be(9);
        Count("'OIDC_").Should().Be(7);
        errors.Single(finding => finding.Message.Contains("'TIMEZONE'", StringComparison.Ordinal)).Message.Should().Contain("'ai/litellm'");

        int Count(string name) => errors.Count(finding => finding.Message.Contains(name, StringComparison.Ordinal));
    }

    [SharedFact]
    public void The_unused_variables_of_another_are_found_and_no_error()
    {
        var findings = Check(Model("home-ops"));

        findings.Should().NotContain(finding => finding.Severity == FindingSeverity.Error);
        findings.Where(finding => finding.Id == "GOPS2005").Should().HaveCount(22);
    }

    [SharedTheory, InlineData("anton", 50), InlineData("cluster-template", 10)]
    public void Repositories_without_known_defects_have_no_error(string repository, int atLeast)
    {
        var model = Model(repository);

        model.Apps.Should().HaveCountGreaterThan(atLeast);
        Check(model).Should().NotContain(finding => finding.Severity == FindingSeverity.Error);
    }

    private static List<Finding> Check(FluxModel model) => [.. GraphRules.Check(model), .. SubstitutionRules.Check(model)];

    private static FluxModel Model(string repository)
    {
        var tree = SharedTree.Of(repository);
        var reader = new KustomizationReader(tree);
        var files = tree.FilesBelow("kubernetes").Where(path => path.EndsWith(".yaml", StringComparison.Ordinal)).ToList();
        var apps = files.Where(path => !IsComponent(path)).SelectMany(path => reader.Read(path, readsPaths: true)).ToList();
        var sources = files.SelectMany(path => VariableSourceReader.Read(YamlFile.Read(tree.Read(path)!), path, IsComponent(path) ? null : KustomizationReader.NamespaceAbove(tree, path)));
        return new(apps, sources);
    }

    private static bool IsComponent(string path) => path.StartsWith("kubernetes/components/", StringComparison.Ordinal);
}
