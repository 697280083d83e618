namespace GitOps;

/// <summary>The rules over the graph together, and what they share.</summary>
internal static class GraphRules
{
    /// <summary>Every finding of the 1xxx range, in the order of the rules.</summary>
    public static IEnumerable<Finding> Check(FluxModel model) =>
        UnknownDependencyRule.Check(model)
            .Concat(WrongKindDependencyRule.Check(model))
            .Concat(OtherNamespaceDependencyRule.Check(model))
            .Concat(SelfDependencyRule.Check(model))
            .Concat(DependencyCycleRule.Check(model))
            .Concat(DuplicateKustomizationRule.Check(model))
            .Concat(DisabledDependencyRule.Check(model))
            .Concat(ObjectOwnedTwiceRule.Check(model))
            .Concat(ClaimedTwiceRule.Check(model))
            .Concat(UnhealthyDependencyRule.Check(model))
            .Concat(SuspendedDependencyRule.Check(model));

    /// <summary>The entries that stand in the dependsOn of an app that is written.</summary>
    public static IEnumerable<DependencyModel> Written(AppModel app) => app.IsEnabled ? app.Dependencies.Where(static dependency => !dependency.IsImplied && !dependency.IsMaker) : [];

    public static FindingPlace? PlaceOf(AppModel app, DependencyModel dependency) => dependency.Place ?? app.Place;

    public static IReadOnlyList<FindingPlace> Places(FindingPlace? place) => place is null ? [] : [place];
}
