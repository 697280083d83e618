namespace GitOps;

/// <summary>Two apps take one database of a shared cache: each reads the other's keys as its own, and whoever flushes it empties both.</summary>
internal static class ClaimedTwiceRule
{
    public const string Id = RuleIds.ClaimedTwice;
    public const string Title = "Two apps claim the same database of a shared cache";
    public const string Message = "{0} is claimed by '{1}' and by '{2}'; give one of them a number that is free";

    public static IEnumerable<Finding> Check(FluxModel model)
    {
        var taken = new Dictionary<string, (AppModel App, ClaimModel Claim)>(StringComparer.Ordinal);
        foreach (var app in model.Apps.Where(static app => app.IsEnabled))
            foreach (var claim in app.Claims)
            {
                if (taken.TryGetValue(claim.What, out var first))
                    yield return RuleMessage.Error(Id, claim.Place ?? app.Place, Message, claim.What, first.Claim.By.ToString(), claim.By.ToString())
                        with
                    { AlsoAt = GraphRules.Places(first.Claim.Place ?? first.App.Place) };
                else
                    taken.Add(claim.What, (app, claim));
            }
    }
}
