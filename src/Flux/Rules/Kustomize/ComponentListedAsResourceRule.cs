namespace GitOps;

/// <summary>A folder whose kustomization is a Component stands under resources.</summary>
internal static class ComponentListedAsResourceRule
{
    public const string Id = RuleIds.ComponentListedAsResource;
    public const string Title = "A Component is listed under resources";
    public const string Message = "'{0}' is a Component; list it under components, for as a resource kustomize refuses it";

    public static Finding Of(FindingPlace place, string folder, string file) => RuleMessage.Error(Id, place, Message, folder) with { AlsoAt = [new(file)] };
}
