namespace GitOps;

/// <summary>
/// An app has objects of an API that another app brings (its CustomResourceDefinitions), and does not wait for it: on a new cluster the API server does not know the kind yet. Told once
/// for each app, and only where it is known who brings the API.
/// </summary>
internal static class ProviderNotDependedOnRule
{
    public const string Id = RuleIds.ProviderNotDependedOn;
    public const string Title = "An app does not wait for what brings its kinds";
    public const string Message = "'{0}' has a {1} of '{2}', which '{3}' brings, and does not depend on it: a new cluster does not know the kind yet; depend on it, or list the group as bootstrapped";

    /// <param name="model">The apps with their objects.</param>
    /// <param name="bootstrapped">API groups that are there before Flux is.</param>
    /// <param name="parentOf">The Kustomization that applies another: what that waits for is there too, and so is what it brings.</param>
    public static IEnumerable<Finding> Check(FluxModel model, IReadOnlyCollection<string> bootstrapped, Func<KustomizationId, KustomizationId?> parentOf)
    {
        var providers = new Dictionary<string, List<AppModel>>(StringComparer.Ordinal);
        foreach (var app in model.Apps)
            foreach (var group in Provided(app).Distinct(StringComparer.Ordinal))
            {
                if (!providers.TryGetValue(group, out var those))
                    providers.Add(group, those = []);
                those.Add(app);
            }

        if (providers.Count == 0)
            yield break;
        foreach (var app in model.Apps)
        {
            if (!app.IsEnabled || app.IsReferenceOnly)
                continue;
            HashSet<KustomizationId>? waitsFor = null;
            foreach (var item in app.Objects.Concat(app.Components.SelectMany(static use => use.Component?.Objects ?? [])))
            {
                if (!providers.TryGetValue(item.Group, out var those) || bootstrapped.Contains(item.Group) || those.Exists(provider => provider.Id == app.Id))
                    continue;
                waitsFor ??= WaitsFor(model, app, parentOf);
                if (those.Exists(provider => waitsFor.Contains(provider.Id)))
                    continue;
                yield return RuleMessage.Warning(Id, item.Place ?? app.Place, Message, app.Id.ToString(), item.Kind, item.Group, those[0].Id.ToString()) with { AlsoAt = GraphRules.Places(those[0].Place) };
                break;
            }
        }
    }

    private static IEnumerable<string> Provided(AppModel app) =>
        app.Provides.Concat(app.Objects.Where(static item => item.Kind == "CustomResourceDefinition" && item.Name.IndexOf('.') > 0).Select(static item => item.Name.Substring(item.Name.IndexOf('.') + 1)));

    /// <summary>All that an app waits for, however far.</summary>
    private static HashSet<KustomizationId> WaitsFor(FluxModel model, AppModel app, Func<KustomizationId, KustomizationId?> parentOf)
    {
        var found = new HashSet<KustomizationId>();
        var open = new Stack<AppModel>();
        open.Push(app);
        while (open.Count > 0)
        {
            var at = open.Pop();
            foreach (var target in at.Dependencies.Where(static dependency => !dependency.IsImplied).Select(static dependency => (KustomizationId?)dependency.Target).Append(parentOf(at.Id)))
                if (target is { } id && found.Add(id) && model.Graph.Find(id) is { } next)
                    open.Push(next);
        }

        return found;
    }
}
