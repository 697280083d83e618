namespace GitOps;

/// <summary>A key that stands twice in one mapping: kustomize refuses an object or a patch with it; in a kustomization.yaml the first one is lost without a word.</summary>
internal static class DuplicateKeyRule
{
    public const string Id = RuleIds.DuplicateKey;
    public const string Title = "A key stands twice in one mapping";
    public const string Message = "{0}: kustomize fails on it";
    public const string LostMessage = "{0}: only the last one counts";

    /// <param name="isKustomization">The file is no object but tells kustomize what to do.</param>
    public static Finding Of(YamlFault fault, FindingPlace place, bool isKustomization) =>
        isKustomization ? RuleMessage.Warning(Id, place, LostMessage, fault.Message) : RuleMessage.Error(Id, place, Message, fault.Message);
}
