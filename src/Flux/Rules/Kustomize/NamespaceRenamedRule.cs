namespace GitOps;

/// <summary>kustomize sets a namespace on all objects of a folder, and for a Namespace that is its name: one of a real name is never made.</summary>
internal static class NamespaceRenamedRule
{
    public const string Id = RuleIds.NamespaceRenamed;
    public const string Title = "A Namespace would be renamed";
    public const string Message = "the Namespace '{0}' becomes '{1}', for the kustomization's namespace is set on all it holds{2}; list it where no namespace is set, or name it '_' if that is meant";

    /// <summary>Placeholders are meant to be renamed.</summary>
    public static Finding? Of(KustomizeObject item, string name, object? by) =>
        item.Name == name || item.Name.Length == 0 || item.Before.Count > 0 || IsPlaceholder(item.Name) || SubstitutionText.MayHoldExpressions(item.Name) || SubstitutionText.MayHoldExpressions(name) ? null
            : RuleMessage.Error(Id, Places.Of(item.Metadata["name"]?.Origin) ?? item.Place, Message, item.Name, name, Places.Of(by) is { } place ? $" ({place})" : "") with { AlsoAt = GraphRules.Places(Places.Of(by)) };

    private static bool IsPlaceholder(string name) =>
        name.Any(static c => c == '_') || name is "not-used" or "notused" or "unused" or "placeholder" or "ignored" or "none" or "namespace" or "default";
}
