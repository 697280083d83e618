namespace GitOps;

/// <summary>The plans of several clusters as one: what two of them write to one path must be the same.</summary>
internal static class ClusterMerge
{
    public static Rendering Of(IReadOnlyList<Rendering> renderings)
    {
        var findings = new List<Finding>();
        var said = new HashSet<(string, string, FindingPlace?)>();
        foreach (var finding in renderings.SelectMany(static rendering => rendering.Result.Findings))
            if (said.Add((finding.Id, finding.Message, finding.Place)))
                findings.Add(finding);
        var plans = renderings.Select(static rendering => rendering.Result.Plan).ToList();
        if (plans.Contains(null))
            return new Rendering(new RenderResult(null, findings), []);

        var files = new Dictionary<string, PlannedFile>(StringComparer.Ordinal);
        foreach (var file in plans.SelectMany(static plan => plan!.Files))
            if (!files.TryAdd(file.Path, file) && !files[file.Path].Content.Span.SequenceEqual(file.Content.Span))
                findings.Add(new Finding(RuleIds.ClustersDiffer, FindingSeverity.Error,
                    $"two clusters write '{file.Path}' differently: what they share must not depend on the cluster; put the difference into PatchesOn, a variable, or an app with [RunsOn<…>]", file.Place));
        var authors = new Dictionary<string, AuthorFile>(StringComparer.Ordinal);
        foreach (var file in plans.SelectMany(static plan => plan!.AuthorFiles))
            authors.TryAdd(file.Path, file);
        var plan = new TreePlan(Outermost(plans.SelectMany(static plan => plan!.Roots)), [.. files.Values])
        {
            Kustomizations = [.. renderings.SelectMany(static rendering => rendering.Result.Plan!.Kustomizations.Select(kustomization => kustomization with { ClusterFolder = rendering.ClusterFolder }))],
            AuthorFiles = [.. authors.Values],
        };
        return new Rendering(new RenderResult(plan, findings), [.. renderings.SelectMany(static rendering => rendering.Objects)]);
    }

    /// <summary>The folders that lie in no other.</summary>
    public static IReadOnlyList<string> Outermost(IEnumerable<string> folders)
    {
        var distinct = folders.Distinct(StringComparer.Ordinal).ToList();
        return [.. distinct.Where(folder => !distinct.Exists(other => other != folder && TreePath.IsIn(folder, other)))];
    }
}
