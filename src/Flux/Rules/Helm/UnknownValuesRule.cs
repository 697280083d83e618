namespace GitOps;

/// <summary>
/// A <c>valuesFrom</c> names a ConfigMap or Secret that its namespace does not have. What is nowhere in the tree may be made by hand or by an operator: an error only
/// where the tree shows what went wrong.
/// </summary>
internal static class UnknownValuesRule
{
    public const string Id = RuleIds.UnknownValues;
    public const string Title = "A HelmRelease takes values from an object that does not exist";
    public const string Message = "'{0}' takes values from the {1} '{2}', and the namespace '{3}' has none{4}";

    public static IEnumerable<Finding> Check(ReadCluster cluster)
    {
        foreach (var release in ReleaseRules.Releases(cluster))
            foreach (var entry in release.Spec.ItemsOf("valuesFrom"))
                if (!entry.IsTrue("optional") && entry.Knows("optional") && release is { IsNamespaceKnown: true, Namespace.Length: > 0 } && entry.TextOf("kind") is "ConfigMap" or "Secret" && entry.TextOf("name") is { } name
                    && Check(cluster, release, entry, entry.TextOf("kind")!, name) is { } finding)
                    yield return finding;
    }

    private static Finding? Check(ReadCluster cluster, ReadObject release, DataValue entry, string kind, string name)
    {
        if (cluster.Index.Find("", kind, release.Namespace, name) is not null || cluster.Index.MayBeThere(kind, release.Namespace, name)
            || cluster.Model.SourcesNamed(kind, name).Any(source => source.Namespace is null || source.Namespace == release.Namespace || source.IsCopied))
            return null;
        var place = ReleaseRules.PlaceOf(release, entry, "name");
        var arguments = new[] { $"{release.Namespace}/{release.Name}", kind, name, release.Namespace };
        var hashed = cluster.Index.OfKind("", kind).FirstOrDefault(item => item.Namespace == release.Namespace && item.Built.IsGenerated && item.Built.Before.Any(before => before.Name == name));
        // A nameReference that could not be read may have told kustomize of the field.
        if (hashed is not null && release.Owner.IsOpen)
            return null;
        if (hashed is not null)
            return RuleMessage.Error(Id, place, Message, [.. arguments, $": the generator calls it '{hashed.Name}', with a hash; set disableNameSuffixHash, or tell kustomize of this field by a nameReference"]) with { AlsoAt = [hashed.Place] };
        var elsewhere = cluster.Model.SourcesNamed(kind, name).ToList();
        if (elsewhere.Count > 0)
            return RuleMessage.Error(Id, place, Message, [.. arguments, $"; it is in '{string.Join("', '", elsewhere.Select(static source => source.Namespace).Distinct())}', and valuesFrom reads its own namespace only"])
                with
            { AlsoAt = GraphRules.Places(elsewhere[0].Place) };
        var other = kind == "Secret" ? "ConfigMap" : "Secret";
        if (cluster.Model.SourcesNamed(other, name).FirstOrDefault(source => source.Namespace == release.Namespace) is { } wrong)
            return RuleMessage.Error(Id, place, Message, [.. arguments, $"; it is a {other}"]) with { AlsoAt = GraphRules.Places(wrong.Place) };
        var nearest = NearestName.Of(name, cluster.Model.Sources.Where(source => source.Kind == kind && source.Namespace == release.Namespace).Select(static source => source.Name));
        return nearest is null ? null : RuleMessage.Warning(Id, place, Message, [.. arguments, NearestName.Hint(nearest)]) with { Suggestion = nearest };
    }
}
