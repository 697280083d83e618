namespace GitOps;

/// <summary>An app of a layer needs what only a later layer brings, as infrastructure that depends on an application.</summary>
internal static class LayerOrderRule
{
    public const string Id = RuleIds.LayerOrder;
    public const string Title = "An app needs what a later layer brings";
    public const string Message = "'{0}' depends on '{1}', which comes with '{2}'; that waits for '{3}', the layer of '{0}': move one of the two to another layer, or remove the dependency";

    /// <summary>An object refers to one that its layer cannot have waited for.</summary>
    public const string MessageOfReference = "'{0}' refers to an object of '{1}', which comes with '{2}'; that waits for '{3}', the layer of '{0}', so it is not there yet, and where '{3}' waits for its objects neither gets ready: move one of the two to another layer";

    public static IEnumerable<Finding> Check(IReadOnlyCollection<LayerMemberModel> members, LayerOrder order)
    {
        foreach (var member in members)
            foreach (var need in member.Needs)
                if (order.Judge(member, need) == LayerVerdict.Later)
                    yield return RuleMessage.Error(Id, need.Dependency.Place, Message, member.Id.ToString(), need.Target.ToString(), need.AppliedBy.ToString(), member.Layer.ToString());
    }

    /// <summary>What an app refers to and does not depend on: its object may come later and be found then, so this is no error.</summary>
    public static Finding? OfReference(LayerMemberModel member, LayerNeed reference, LayerOrder order) =>
        !member.Needs.Any(need => need.Target == reference.Target) && order.Judge(member, reference) == LayerVerdict.Later
            ? RuleMessage.Warning(Id, reference.Dependency.Place, MessageOfReference, member.Id.ToString(), reference.Target.ToString(), reference.AppliedBy.ToString(), member.Layer.ToString())
            : null;
}
