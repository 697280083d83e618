namespace GitOps;

/// <summary>Apps wait for each other in a circle: none is ever applied. One finding for each knot, at its first app, with the shortest way round.</summary>
internal static class DependencyCycleRule
{
    public const string Id = RuleIds.DependencyCycle;
    public const string Title = "Apps depend on each other in a cycle";
    public const string Message = "'{0}' depends on itself through {1}; remove one of these dependencies";

    public static IEnumerable<Finding> Check(FluxModel model)
    {
        foreach (var cycle in model.Graph.Cycles)
        {
            var places = cycle.Steps.Select(static step => GraphRules.PlaceOf(step.App, step.Dependency)).ToList();
            yield return RuleMessage.Error(Id, places[0], Message, cycle.Steps[0].App.Id.ToString(), cycle.ToString())
                with
            { AlsoAt = [.. places.Skip(1).Where(static place => place is not null).Select(static place => place!)] };
        }
    }
}
