namespace GitOps;

/// <summary>A patch with a target changes what fits it, and nothing where nothing does: kustomize says no word of it. Only a target that names one object is judged; patterns and selectors may mean what comes later.</summary>
internal static class PatchMatchesNothingRule
{
    public const string Id = RuleIds.PatchMatchesNothing;
    public const string Title = "A patch that changes nothing";
    public const string Message = "this patch is for the {0} '{1}', and nothing that is built here is that, so it changes nothing{2}";

    public static Finding? Of(DataValue target, FindingPlace place, IReadOnlyList<KustomizeObject> objects)
    {
        if (target.TextOf("kind") is not { Length: > 0 } kind || target.TextOf("name") is not { Length: > 0 } name || !KustomizeSelector.IsPlain(name))
            return null;
        var named = objects.Where(item => item.Kind == kind).ToList();
        var suggestion = NearestName.Of(name, named.Select(static item => item.Name).Distinct(StringComparer.Ordinal).OrderBy(static found => found, StringComparer.Ordinal));
        var hint = named.FirstOrDefault(item => item.Name == name) is { } same
            ? same.Namespace.Length == 0 ? "; the one of that name has no namespace here, or is of another group or version" : $"; the one of that name is in the namespace '{same.Namespace}', or of another group or version"
            : NearestName.Hint(suggestion);
        return RuleMessage.Warning(Id, Places.Of(target["name"]!.Origin) ?? place, Message, kind, name, hint) with { Suggestion = suggestion };
    }
}
