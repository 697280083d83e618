namespace GitOps;

/// <summary>A resource that lacks what makes an object: kustomize wants a kind and a name, Flux an apiVersion too.</summary>
internal static class ResourceIsNoObjectRule
{
    public const string Id = RuleIds.ResourceIsNoObject;
    public const string Title = "A resource that is no Kubernetes object";
    public const string Message = "'{0}' is no Kubernetes object: {1}; the build fails on it";

    public static Finding Of(FindingPlace place, string path, string why) => RuleMessage.Error(Id, place, Message, path, why);
}
