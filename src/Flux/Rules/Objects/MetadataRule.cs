namespace GitOps;

/// <summary>What else Kubernetes rejects in metadata, and keys of a ConfigMap or Secret.</summary>
internal static class MetadataRule
{
    public const string Id = RuleIds.InvalidMetadata;
    public const string Title = "Metadata or a key that Kubernetes rejects";
    public const string Message = "the {0} '{1}' {2}";

    public static Finding Of(FindingPlace? place, string path, string what, string value, string fault) => RuleMessage.Error(Id, place, Message, what, value, fault) with { FieldPath = path };
}
