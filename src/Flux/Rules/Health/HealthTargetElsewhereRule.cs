namespace GitOps;

/// <summary>
/// A health check of an object that the Kustomization does not make. It may be a chart's or an operator's, so this is said only where another Kustomization makes it, or
/// where one of a name almost the same is made here.
/// </summary>
internal static class HealthTargetElsewhereRule
{
    public const string Id = RuleIds.HealthTargetElsewhere;
    public const string Title = "A health check of an object of another Kustomization";
    public const string Message = "'{0}' checks the health of {1}, which {2}";

    public static IEnumerable<Finding> Check(ReadCluster cluster)
    {
        foreach (var app in cluster.Kustomizations)
        {
            if (app.IsOpen || app.Spec.IsTrue("wait"))
                continue;
            foreach (var check in app.Spec.ItemsOf("healthChecks"))
                if (Check(cluster, app, check) is { } finding)
                    yield return finding;
        }
    }

    private static Finding? Check(ReadCluster cluster, ReadKustomization app, DataValue check)
    {
        if (check.TextOf("kind") is not { } kind || check.TextOf("name") is not { } name)
            return null;
        var version = check.TextOf("apiVersion") ?? "";
        var group = version.IndexOf('/') is > 0 and var slash ? version.Substring(0, slash) : "";
        var @namespace = check.TextOf("namespace") is { Length: > 0 } written ? written : app.Id.Namespace;
        if (app.Objects.Any(item => item.Kind == kind && item.Name == name && (item.Namespace == @namespace || item.Namespace.Length == 0)) || app.Objects.Any(item => item.Kind == kind && (!item.IsNameKnown || !item.IsNamespaceKnown)))
            return null;
        var place = Places.Of(check["name"]?.Origin) ?? app.Place;
        // HelmReleases and Kustomizations are made by the tree; of other kinds a chart may make one of any name.
        var other = cluster.Index.Named(group, kind, name).FirstOrDefault(item => item.Owner != app && item.Namespace == @namespace);
        if (other is not null)
            return RuleMessage.Warning(Id, place, Message, app.Id.ToString(), $"the {kind} '{@namespace}/{name}'", $"'{other.Owner.Id}' makes; {(app.App.Dependencies.Any(dependency => dependency.Target == other.Owner.Id) ? "check it there, where all that depend on it wait for it" : "depend on that one instead")}") with { FieldPath = "spec.healthChecks", AlsoAt = [other.Place] };
        var own = app.Objects.Where(item => item.Kind == kind && item.Group == group).ToList();
        if (own.FirstOrDefault(item => item.Name == name) is { } elsewhere)
            return RuleMessage.Warning(Id, place, Message, app.Id.ToString(), $"the {kind} '{@namespace}/{name}'", $"is in the namespace '{elsewhere.Namespace}'; write that namespace") with { FieldPath = "spec.healthChecks", AlsoAt = [elsewhere.Place] };
        return NearestName.Of(name, own.Where(item => item.Namespace == @namespace).Select(static item => item.Name)) is { } near
            ? RuleMessage.Warning(Id, place, Message, app.Id.ToString(), $"the {kind} '{@namespace}/{name}'", $"it does not make; did you mean '{near}'?") with { FieldPath = "spec.healthChecks", Suggestion = near }
            : null;
    }
}
