namespace GitOps;

/// <summary>Every rule over a tree of YAML.</summary>
internal static class TreeValidation
{
    /// <summary>What is wrong, ordered by file, line and column.</summary>
    /// <param name="tree">Asked by several threads at once.</param>
    public static IReadOnlyList<Finding> Check(IFileTree tree, TreeOptions options, CancellationToken cancellation = default) =>
        Check(TreeReader.Read(tree, options, cancellation), cancellation);

    /// <summary>The same over a tree that has been read.</summary>
    public static IReadOnlyList<Finding> Check(ReadTree tree, CancellationToken cancellation = default)
    {
        var findings = new FindingList();
        findings.AddRange(tree.Findings);
        foreach (var cluster in tree.Clusters)
        {
            cancellation.ThrowIfCancellationRequested();
            findings.AddRange(GraphRules.Check(cluster.Model));
            findings.AddRange(SubstitutionRules.Check(cluster.Model));
            findings.AddRange(ReleaseRules.Check(cluster));
            findings.AddRange(HealthRules.Check(cluster));
            findings.AddRange(SecretRules.Check(cluster));
        }

        findings.AddRange(UnlistedFileRule.Check(tree));
        return [.. findings.All.OrderBy(static finding => finding.Place?.Path ?? "", StringComparer.Ordinal).ThenBy(static finding => finding.Place?.Line ?? 0).ThenBy(static finding => finding.Place?.Column ?? 0)
            .ThenBy(static finding => finding.Id, StringComparer.Ordinal)];
    }
}
