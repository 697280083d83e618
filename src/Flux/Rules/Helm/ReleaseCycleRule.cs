namespace GitOps;

/// <summary>HelmReleases wait for each other in a circle: none is ever installed.</summary>
internal static class ReleaseCycleRule
{
    public const string Id = RuleIds.ReleaseCycle;
    public const string Title = "HelmReleases depend on each other in a cycle";
    public const string Message = "the HelmRelease '{0}' depends on itself through {1}; remove one of these dependencies";

    public static IEnumerable<Finding> Check(ReadCluster cluster)
    {
        foreach (var cycle in ReleaseGraph.Of(cluster).Graph.Cycles)
        {
            var places = cycle.Steps.Select(static step => GraphRules.PlaceOf(step.App, step.Dependency)).ToList();
            yield return RuleMessage.Error(Id, places[0], Message, cycle.Steps[0].App.Id.ToString(), cycle.ToString()) with { AlsoAt = [.. places.Skip(1).Where(static place => place is not null).Select(static place => place!)] };
        }
    }
}
