namespace GitOps;

/// <summary>Every rule over a tree of YAML.</summary>
internal static class TreeValidation
{
    /// <summary>What is wrong, ordered by file, line and column.</summary>
    /// <param name="tree">Asked by several threads at once.</param>
    public static IReadOnlyList<Finding> Check(IFileTree tree, TreeOptions options, CancellationToken cancellation = default) =>
        Check(TreeReader.Read(tree, options, cancellation), options, cancellation);

    /// <summary>The same over a tree that has been read.</summary>
    public static IReadOnlyList<Finding> Check(ReadTree tree, TreeOptions options, CancellationToken cancellation = default)
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
            findings.AddRange(UnallowedReferenceRule.Check(cluster));
            var parents = cluster.Kustomizations.Where(static app => app.Parent is not null).GroupBy(static app => app.Id).ToDictionary(static same => same.Key, static same => same.First().Parent!.Id);
            findings.AddRange(ProviderNotDependedOnRule.Check(cluster.Model, options.BootstrappedGroups, id => parents.TryGetValue(id, out var parent) ? parent : null));
            AddObjects(cluster, options, findings, cancellation);
        }

        findings.AddRange(UnlistedFileRule.Check(tree));
        return [.. findings.All.OrderBy(static finding => finding.Place?.Path ?? "", StringComparer.Ordinal).ThenBy(static finding => finding.Place?.Line ?? 0).ThenBy(static finding => finding.Place?.Column ?? 0)
            .ThenBy(static finding => finding.Id, StringComparer.Ordinal)];
    }

    /// <summary>What the API server would say to each object as it is applied.</summary>
    private static void AddObjects(ReadCluster cluster, TreeOptions options, FindingList findings, CancellationToken cancellation)
    {
        var schemas = TreeSchemas.Of(cluster, options.Schemas, cancellation);
        var wantsLimits = options.Enabled.Contains(MissingLimitsRule.Id);
        var retyped = new HashSet<FindingPlace?>(findings.All.Where(static finding => finding.Id == ValueChangesTypeRule.Id).Select(static finding => finding.Place));
        foreach (var item in cluster.Objects)
        {
            cancellation.ThrowIfCancellationRequested();
            // What SOPS left of an object is not what is applied.
            if (item.Value["sops"] is { Kind: DataKind.Map })
                continue;
            foreach (var finding in ObjectRules.Check(item.Value, schemas, Places.Of))
                // A value that a variable has retyped is told once, and by the rule that knows why.
                if (finding.Id != WrongTypeRule.Id || !retyped.Contains(finding.Place))
                    findings.Add(finding.Place is null ? finding with { Place = item.Place } : finding);
            foreach (var finding in PracticeRules.Check(item.Value, Places.Of, wantsLimits).Concat(ReleaseValues.Check(cluster, item, options.ChartSchema, schemas)))
                findings.Add(finding.Place is null ? finding with { Place = item.Place } : finding);
        }
    }
}
