namespace GitOps;

/// <summary>An entry of <c>spec.components</c> that is no relative path: Flux takes those only, from <c>spec.path</c> on.</summary>
internal static class ComponentNotLocalRule
{
    public const string Id = RuleIds.ComponentNotLocal;
    public const string Title = "A component of a Kustomization must be a relative path";
    public const string Message = "'{0}' is no relative path, and spec.components takes no other; write it from spec.path on, such as '../../../components/volsync'";

    public static Finding Of(FindingPlace place, string path) => RuleMessage.Error(Id, place, Message, path);
}
