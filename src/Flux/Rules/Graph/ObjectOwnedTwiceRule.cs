namespace GitOps;

/// <summary>Two Kustomizations build one object: each takes it from the other at every reconcile, and pruning one deletes it for both.</summary>
internal static class ObjectOwnedTwiceRule
{
    public const string Id = RuleIds.ObjectOwnedTwice;
    public const string Title = "Two Kustomizations build the same object";
    public const string Message = "{0} is built by '{1}' and by '{2}', which take it from each other; keep it in one of them";

    public static IEnumerable<Finding> Check(FluxModel model)
    {
        var owners = new Dictionary<(string, string, string, string), (AppModel App, ObjectModel Object)>();
        foreach (var app in model.Apps.Where(static app => app.IsEnabled))
            foreach (var item in app.Objects)
            {
                if (!item.IsNamespaceKnown || item.IsShared || SubstitutionText.MayHoldExpressions(item.Name) || SubstitutionText.MayHoldExpressions(item.Namespace))
                    continue;
                var key = (item.Group, item.Kind, item.Namespace, item.Name);
                if (!owners.TryGetValue(key, out var first))
                    owners.Add(key, (app, item));
                else if (first.App.Id != app.Id)
                    yield return RuleMessage.Error(Id, item.Place ?? app.Place, Message, item.ToString(), first.App.Id.ToString(), app.Id.ToString())
                        with
                    { AlsoAt = GraphRules.Places(first.Object.Place ?? first.App.Place) };
            }
    }
}
