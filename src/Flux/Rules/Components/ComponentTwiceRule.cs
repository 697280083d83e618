namespace GitOps;

/// <summary>An app lists one component twice: kustomize adds its objects again, and takes no object twice.</summary>
internal static class ComponentTwiceRule
{
    public const string Id = RuleIds.ComponentTwice;
    public const string Title = "An app lists a component twice";
    public const string Message = "the component '{0}' is listed twice, and kustomize stops at the second copy of its objects; list it once";

    public static IEnumerable<Finding> Check(FluxModel model) => SubstitutionRules.Written(model).SelectMany(Check);

    public static IEnumerable<Finding> Check(AppModel app)
    {
        var seen = new Dictionary<string, ComponentUse>(StringComparer.Ordinal);
        foreach (var use in app.Components)
        {
            // One that only patches may be applied as often as one likes; of one that is not known nothing is said.
            if (use.Component is not { Objects.Count: > 0 } component)
                continue;
            if (!seen.TryGetValue(component.Directory, out var other))
                seen.Add(component.Directory, use);
            else
                yield return RuleMessage.Error(Id, use.Place ?? app.Place, Message, component.Name) with { AlsoAt = GraphRules.Places(other.Place) };
        }
    }
}
