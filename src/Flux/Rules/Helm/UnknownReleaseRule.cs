namespace GitOps;

/// <summary>A HelmRelease waits for a HelmRelease that is not there, is in another namespace, or is a Kustomization: it is never installed.</summary>
internal static class UnknownReleaseRule
{
    public const string Id = RuleIds.UnknownRelease;
    public const string Title = "A HelmRelease depends on one that does not exist";
    public const string Message = "the HelmRelease '{0}' depends on '{1}', and no HelmRelease has that name{2}";
    public const string ElsewhereMessage = "the HelmRelease '{0}' depends on '{1}', but '{2}' is in the namespace '{3}'; write that namespace";
    public const string WrongKindMessage = "the HelmRelease '{0}' depends on '{1}', which is a {2}: the dependsOn of a HelmRelease takes HelmReleases only";
    public const string SelfMessage = "the HelmRelease '{0}' depends on itself; remove the dependency";

    public static IEnumerable<Finding> Check(ReadCluster cluster)
    {
        var model = ReleaseGraph.Of(cluster);
        foreach (var release in model.Apps)
            foreach (var dependency in release.Dependencies)
            {
                var place = dependency.Place ?? release.Place;
                switch (model.Graph.Judge(release, dependency))
                {
                    case DependencyVerdict.Self:
                        yield return RuleMessage.Error(Id, place, SelfMessage, release.Id.ToString());
                        break;
                    case DependencyVerdict.OtherNamespace when model.Graph.ElsewhereOf(release, dependency) is { } elsewhere:
                        yield return RuleMessage.Error(Id, place, ElsewhereMessage, release.Id.ToString(), dependency.Target.ToString(), elsewhere.Name, elsewhere.Namespace)
                            with
                        { AlsoAt = GraphRules.Places(model.Graph.Find(elsewhere)?.Place), Suggestion = elsewhere.ToString() };
                        break;
                    case DependencyVerdict.WrongKind when model.Graph.ObjectOf(dependency) is { } found:
                        yield return RuleMessage.Error(Id, place, WrongKindMessage, release.Id.ToString(), dependency.Target.ToString(), found.Object.Kind) with { AlsoAt = GraphRules.Places(found.Object.Place) };
                        break;
                    case DependencyVerdict.Unknown:
                        var nearest = model.Graph.NearestTo(dependency);
                        yield return RuleMessage.Error(Id, place, Message, release.Id.ToString(), dependency.Target.ToString(), NearestName.Hint(nearest)) with { Suggestion = nearest };
                        break;
                }
            }
    }
}
