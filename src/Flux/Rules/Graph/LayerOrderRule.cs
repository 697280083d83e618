namespace GitOps;

/// <summary>An app of a layer needs what only a later layer brings, as infrastructure that depends on an application.</summary>
internal static class LayerOrderRule
{
    public const string Id = RuleIds.LayerOrder;
    public const string Title = "An app needs what a later layer brings";
    public const string Message = "'{0}' depends on '{1}', which comes with '{2}'; that waits for '{3}', the layer of '{0}': move one of the two to another layer, or remove the dependency";

    public static IEnumerable<Finding> Check(IReadOnlyCollection<LayerMemberModel> members, LayerOrder order)
    {
        foreach (var member in members)
            foreach (var need in member.Needs)
                if (order.Judge(member, need) == LayerVerdict.Later)
                    yield return RuleMessage.Error(Id, need.Dependency.Place, Message, member.Id.ToString(), need.Target.ToString(), need.AppliedBy.ToString(), member.Layer.ToString());
    }
}
