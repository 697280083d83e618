namespace GitOps;

/// <summary>A patch of a Kustomization above replaces a list that a Kustomization holds itself: kustomize knows no merge key for the lists of custom resources.</summary>
internal static class ParentPatchReplacesListRule
{
    public const string Id = RuleIds.ParentPatchReplacesList;
    public const string Title = "A patch from above replaces a list of a Kustomization";
    public const string Message = "a patch{0} replaces the whole list '{1}' of the Kustomization '{2}', and what stands here is lost; repeat it in one of them, or keep the patch off this Kustomization";

    public static Finding Of(KustomizeObject item, IReadOnlyList<string> path, DataValue old, DataValue patched)
    {
        var by = Places.Of(patched.Origin);
        return RuleMessage.Warning(Id, Places.Of(old.Origin) ?? item.Place, Message, by is null ? "" : $" at {by}", string.Join(".", path), item.Name) with { AlsoAt = GraphRules.Places(by) };
    }
}
