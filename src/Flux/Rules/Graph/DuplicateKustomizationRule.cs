namespace GitOps;

/// <summary>Two apps make a Kustomization of one name in one namespace: the cluster holds one, and each apply overwrites the other.</summary>
internal static class DuplicateKustomizationRule
{
    public const string Id = RuleIds.DuplicateKustomization;
    public const string Title = "Two apps have one name in one namespace";
    public const string Message = "the Kustomization '{0}' is declared more than once{1}; rename one of them";

    public static IEnumerable<Finding> Check(FluxModel model)
    {
        foreach (var same in model.Apps.Where(static app => app.IsEnabled).GroupBy(static app => app.Id).Where(static same => same.Skip(1).Any()))
        {
            var first = same.First();
            foreach (var app in same.Skip(1))
                yield return RuleMessage.Error(Id, app.Place, Message, app.Id.ToString(), first.Place is null ? "" : $", first at {first.Place.Path}({first.Place.Line})") with { AlsoAt = GraphRules.Places(first.Place) };
        }
    }
}
