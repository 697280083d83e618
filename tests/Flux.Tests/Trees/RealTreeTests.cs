namespace GitOps.Tests;

/// <summary>Real repositories: what is known to be wrong is found, and nothing else is an error.</summary>
public sealed class RealTreeTests
{
    [SharedTheory]
    [InlineData("anton", 59, 304, "")]
    [InlineData("cluster-template", 15, 69, "GOPS7002 5")]
    [InlineData("flux2-kustomize-helm-example", 8, 32, "")]
    [InlineData("home-ops", 135, 985, "")]
    [InlineData("phoebe", 120, 853, "GOPS1008 10, GOPS2001 17, GOPS7002 1")]
    public void Errors_are_those_that_are_known(string repository, int kustomizations, int objects, string errors)
    {
        var tree = TreeReader.Read(SharedTree.Of(repository), new());
        var findings = TreeValidation.Check(tree, new());

        tree.Clusters.Sum(cluster => cluster.Kustomizations.Count).Should().Be(kustomizations);
        tree.Objects.Count().Should().Be(objects);
        string.Join(", ", findings.Where(finding => finding.Severity == FindingSeverity.Error).GroupBy(finding => finding.Id).OrderBy(same => same.Key).Select(same => $"{same.Key} {same.Count()}")).Should().Be(errors);
    }

    [SharedFact]
    public void The_unresolved_variables_and_doubly_owned_objects_of_phoebe()
    {
        var findings = TreeValidation.Check(SharedTree.Of("phoebe"), new());

        var missing = findings.Where(finding => finding.Id == RuleIds.UndefinedVariable).Select(finding => finding.Message).ToList();
        missing.Count(message => message.Contains("'DATABASE_EXTENSIONS'")).Should().Be(9);
        missing.Count(message => message.Contains("'OIDC_")).Should().Be(7);
        missing.Count(message => message.Contains("'TIMEZONE' for 'ai/litellm'")).Should().Be(1);
        findings.Where(finding => finding.Id == RuleIds.ObjectOwnedTwice).Should().HaveCount(10).And.OnlyContain(finding => finding.Message.Contains("'security/kaniop'") && finding.Place!.Path.StartsWith("kubernetes/components/common/"));
    }

    [SharedFact]
    public void The_forgotten_file_the_idle_expressions_and_the_unused_variables_of_home_ops()
    {
        var findings = TreeValidation.Check(SharedTree.Of("home-ops"), new());

        findings.Should().Contain(finding => finding.Id == RuleIds.UnlistedFile && finding.Place!.Path == "kubernetes/apps/ai/litellm/app/ocirepository.yaml");
        findings.Count(finding => finding.Id == RuleIds.HealthExpressionsUnused).Should().Be(2);
        findings.Count(finding => finding.Id == RuleIds.UnusedVariable).Should().Be(22);
    }

    public static TheoryData<string, string, string, string> Incidents
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            if (SharedData.IsThere)
                foreach (var (kind, bad, mended, defect) in SharedIncident.All())
                    data.Add(kind, bad, mended, defect);
            else
                data.Add("", "", "", "");
            return data;
        }
    }

    /// <summary>Each defect that broke a cluster is reported at the commit that made it, in its file, and is gone at the commit that mended it.</summary>
    [SharedTheory]
    [MemberData(nameof(Incidents))]
    public void Incidents_are_found_where_they_were_and_gone_when_mended(string kind, string bad, string mended, string defect)
    {
        var expected = Expected(kind, defect);

        SharedIncident.Check(bad).Should().Contain(finding => finding.Severity >= FindingSeverity.Warning && expected(finding), $"{bad}: {defect}");
        SharedIncident.Check(mended).Should().NotContain(finding => expected(finding), $"{mended}: {defect}");
    }

    private static Func<Finding, bool> Expected(string kind, string defect)
    {
        var parts = defect.Split(" | ");
        bool Says(Finding finding, params string[] words) => words.All(word => finding.Message.Contains($"'{word}'", StringComparison.Ordinal));
        return kind switch
        {
            "yaml-error" => finding => finding.Id == RuleIds.UnreadableYaml && finding.Place!.Path == defect,
            "missing-component" => finding => finding.Id == RuleIds.ComponentMissing && finding.Place!.Path.EndsWith("/ks.yaml", StringComparison.Ordinal) && finding.Place.Path.Contains(parts[0], StringComparison.Ordinal) && Says(finding, parts[1]),
            "dangling-dep" => finding => finding.Id is RuleIds.UnknownDependency or RuleIds.WrongKindDependency && finding.Place!.Path.EndsWith("/ks.yaml", StringComparison.Ordinal) && Says(finding, parts),
            "missing-resource" or "missing-file" => finding => finding.Id == RuleIds.ResourceMissing && finding.Place!.Path == parts[0] && Says(finding, parts[1]),
            "hr-source" => finding => finding.Id == RuleIds.UnknownChart && finding.Place!.Path.EndsWith("/helmrelease.yaml", StringComparison.Ordinal) && Says(finding, parts[0], parts[1].Split(' ')[1]),
            "path-missing" => finding => finding.Id == RuleIds.PathMissing && finding.Place!.Path.EndsWith("/ks.yaml", StringComparison.Ordinal) && Says(finding, parts),
            "unresolved-var" => finding => finding.Id == RuleIds.UndefinedVariable && Says(finding, parts),
            "dup-ks" => finding => finding.Id == RuleIds.DuplicateKustomization && Says(finding, parts[0]),
            "hr-dangling-dep" => finding => finding.Id == RuleIds.UnknownRelease && finding.Place!.Path.EndsWith("/helmrelease.yaml", StringComparison.Ordinal) && Says(finding, parts),
            _ => throw new InvalidOperationException(kind),
        };
    }
}
