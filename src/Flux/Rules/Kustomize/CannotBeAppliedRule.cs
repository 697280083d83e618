namespace GitOps;

/// <summary>A patch, a generator or a field of a kustomization that kustomize does not take: the build fails.</summary>
internal static class CannotBeAppliedRule
{
    public const string Id = RuleIds.CannotBeApplied;
    public const string Title = "A patch, generator or field that kustomize cannot apply";
    public const string Message = "{0}; the build fails";
    public const string FieldMessage = "a kustomization has no field '{0}'{1}; the build fails";
    public const string EmptyMessage = "this kustomization says nothing, and kustomize refuses an empty one; list what it applies, or give it 'metadata.name' until there is something to list";

    public static Finding Of(FindingPlace? place, string what) => RuleMessage.Error(Id, place, Message, what);

    public static Finding Empty(FindingPlace? place) => RuleMessage.Error(Id, place, EmptyMessage);

    public static Finding UnknownField(FindingPlace place, string name, IEnumerable<string> known)
    {
        var nearest = NearestName.Of(name, known.OrderBy(static field => field, StringComparer.Ordinal));
        return RuleMessage.Error(Id, place, FieldMessage, name, NearestName.Hint(nearest)) with { Suggestion = nearest };
    }
}
