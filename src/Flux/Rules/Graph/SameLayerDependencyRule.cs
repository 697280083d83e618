namespace GitOps;

/// <summary>An app of a layer depends on another of the same layer, between which Flux keeps no order.</summary>
internal static class SameLayerDependencyRule
{
    public const string Id = RuleIds.SameLayerDependency;
    public const string Title = "A dependency within one layer orders nothing";
    public const string Message = "'{0}' depends on '{1}', and both are in the layer '{2}', which Flux applies at once: move one to a layer of its own, or let the HelmReleases wait for each other (spec.dependsOn)";

    public static IEnumerable<Finding> Check(IReadOnlyCollection<LayerMemberModel> members, LayerOrder order)
    {
        foreach (var member in members)
            foreach (var need in member.Needs)
                if (need.Target != member.Id && order.Judge(member, need) == LayerVerdict.SameLayer)
                    yield return RuleMessage.Warning(Id, need.Dependency.Place, Message, member.Id.ToString(), need.Target.ToString(), member.Layer.ToString());
    }
}
