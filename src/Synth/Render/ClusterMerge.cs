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

        var files = new Dictionary<string, (PlannedFile File, Rendering Of)>(StringComparer.Ordinal);
        foreach (var rendering in renderings)
            foreach (var file in rendering.Result.Plan!.Files)
                if (!files.TryAdd(file.Path, (file, rendering)) && files[file.Path] is var first && !first.File.Content.Span.SequenceEqual(file.Content.Span))
                    findings.Add(Differ(file, first.Of, rendering));
        var authors = new Dictionary<string, AuthorFile>(StringComparer.Ordinal);
        foreach (var file in plans.SelectMany(static plan => plan!.AuthorFiles))
            authors.TryAdd(file.Path, file);
        var plan = new TreePlan(Outermost(plans.SelectMany(static plan => plan!.Roots)), [.. files.Values.Select(static file => file.File)])
        {
            Kustomizations = [.. renderings.SelectMany(static rendering => rendering.Result.Plan!.Kustomizations.Select(kustomization => kustomization with { ClusterFolder = rendering.ClusterFolder }))],
            AuthorFiles = [.. authors.Values],
        };
        return new Rendering(new RenderResult(plan, findings), [.. renderings.SelectMany(static rendering => rendering.Objects)]);
    }

    private static Finding Differ(PlannedFile file, Rendering first, Rendering second)
    {
        var both = $"{NameOf(first)} and {NameOf(second)}";
        if (file.Path == first.RootFile && file.Path == second.RootFile)
            return At($"'{file.Path}' would be the root Kustomization of both {both}: give each a folder of its own, 'Root => new() {{ Directory = $\"flux/{{Name}}\" }}' in their classes or the one that they share",
                second.Cluster!.Place, [first.Cluster!.Place]);
        // What a root applies as a whole is its cluster's own: patches and variables stand in there themselves.
        if (first.ClusterFolder == second.ClusterFolder && TreePath.IsIn(file.Path, second.ClusterFolder))
            return At($"{both} write '{file.Path}' differently, and both apply the whole of '{second.ClusterFolder}': give each a folder of its own, by its [Cluster(\"…\")] or the Directory of its layout", file.Place, []);
        return At($"{both} write '{file.Path}' differently: what they share must not depend on the cluster; put the difference into PatchesOn, a variable, or an app with [RunsOn<…>]", file.Place, []);

        static Finding At(string message, FindingPlace? place, IReadOnlyList<FindingPlace> others) => new(RuleIds.ClustersDiffer, FindingSeverity.Error, message, place) { AlsoAt = others };
    }

    private static string NameOf(Rendering rendering) => $"'{rendering.Cluster!.Cluster.GetType().Name}'";

    /// <summary>The folders that lie in no other.</summary>
    public static IReadOnlyList<string> Outermost(IEnumerable<string> folders)
    {
        var distinct = folders.Distinct(StringComparer.Ordinal).ToList();
        return [.. distinct.Where(folder => !distinct.Exists(other => other != folder && TreePath.IsIn(folder, other)))];
    }
}
