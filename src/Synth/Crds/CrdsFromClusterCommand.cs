namespace GitOps;

/// <summary><c>crds from-cluster</c>: definitions that a cluster has, through kubectl.</summary>
/// <param name="Groups">The API groups wanted, each with those below it; none means all.</param>
internal sealed record CrdsFromClusterCommand(IReadOnlyList<string> Groups, string? Context, string? Into) : SynthCommand
{
    public override int Run(CommandContext context)
    {
        var findings = new List<Finding>();
        IReadOnlyList<CrdFile> files = [];
        if (Kubectl.Crds(Context, context.Host, findings, context.Cancellation) is { } source)
            files = Wanted(CrdFinder.Find(source, findings, context.Cancellation), findings);
        return CrdsWriting.Run(context, Into, files, findings);
    }

    private List<CrdFile> Wanted(IReadOnlyList<CrdFile> all, List<Finding> findings)
    {
        if (Groups.Count == 0 || all.Count == 0)
            return [.. all];
        var wanted = new List<CrdFile>();
        foreach (var group in Groups)
        {
            var found = all.Where(file => file.Group == group || file.Group.EndsWith("." + group, StringComparison.Ordinal)).ToList();
            if (found.Count == 0)
            {
                var groups = all.Select(static file => file.Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
                findings.Add(new Finding(RuleIds.NotACustomResourceDefinition, FindingSeverity.Error, $"the cluster has no definition of group '{group}'; it has those of {string.Join(", ", groups)}"));
            }
            wanted.AddRange(found.Where(file => !wanted.Contains(file)));
        }
        return wanted;
    }
}
