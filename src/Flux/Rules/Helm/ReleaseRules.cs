namespace GitOps;

/// <summary>The rules over HelmReleases and sources of a cluster together.</summary>
internal static class ReleaseRules
{
    public static IEnumerable<Finding> Check(ReadCluster cluster) =>
        UnknownChartRule.Check(cluster)
            .Concat(UnknownSourceRule.Check(cluster))
            .Concat(UnknownReleaseRule.Check(cluster))
            .Concat(UnknownValuesRule.Check(cluster))
            .Concat(ChartAndChartRefRule.Check(cluster))
            .Concat(OciUrlRule.Check(cluster))
            .Concat(SemverRangeRule.Check(cluster))
            .Concat(ReleaseCycleRule.Check(cluster));

    public static IEnumerable<ReadObject> Releases(ReadCluster cluster) => cluster.Index.OfKind(FluxKinds.HelmGroup, "HelmRelease");

    /// <summary>The kind and name that a reference says, with the namespace that it means; <see langword="null"/> when one of them is not known.</summary>
    public static (string Group, string Kind, KustomizationId Id)? Reference(ReadObject from, DataValue reference, string? defaultKind = null)
    {
        var kind = reference.TextOf("kind") ?? (reference["kind"] is null ? defaultKind : null);
        var @namespace = reference["namespace"] is null or { Kind: DataKind.Null } ? from.IsNamespaceKnown ? from.Namespace : null : reference.TextOf("namespace");
        if (@namespace is { Length: 0 })
            @namespace = from.Namespace;
        // An object without namespace is none that Flux could apply, and what it means by another one is not known.
        if (kind is null || @namespace is not { Length: > 0 } || reference.TextOf("name") is not { } name || !reference.Knows("namespace"))
            return null;
        return (GroupOf(kind), kind, new(@namespace, name));
    }

    /// <summary>Whether an object that is not seen may be there.</summary>
    public static bool MayBeThere(ReadCluster cluster, string kind, KustomizationId id) => cluster.Index.MayBeThere(kind, id.Namespace, id.Name);

    /// <summary>What may be meant: the same name elsewhere, another kind of that name, or a name almost the same.</summary>
    public static string Hint(ReadCluster cluster, string kind, KustomizationId id, IReadOnlyList<string> kinds, out string? suggestion)
    {
        suggestion = null;
        var same = cluster.Index.Named(GroupOf(kind), kind, id.Name).Where(item => item.Namespace != id.Namespace).Select(static item => item.Namespace).Distinct(StringComparer.Ordinal).ToList();
        if (same.Count > 0)
            return $"; there is one in '{string.Join("', '", same)}'";
        if (kinds.FirstOrDefault(other => other != kind && cluster.Index.Find(GroupOf(other), other, id.Namespace, id.Name) is not null) is { } otherKind)
            return $"; it is a {otherKind}";
        suggestion = NearestName.Of(id.Name, cluster.Index.OfKind(GroupOf(kind), kind).Where(item => item.Namespace == id.Namespace).Select(static item => item.Name).Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal));
        return NearestName.Hint(suggestion);
    }

    public static string GroupOf(string kind) => kind switch
    {
        "HelmRelease" => FluxKinds.HelmGroup,
        "Kustomization" => FluxKinds.KustomizeGroup,
        "ImageRepository" or "ImagePolicy" => FluxKinds.ImageGroup,
        "ConfigMap" or "Secret" => "",
        _ => FluxKinds.SourceGroup,
    };

    public static FindingPlace PlaceOf(ReadObject item, DataValue? value, string? field = null) =>
        (field is null ? null : Places.Of(value?[field]?.Origin)) ?? Places.Of(value?.Origin) ?? item.Place;
}
