namespace GitOps;

/// <summary>An encrypted object in a Kustomization that does not decrypt: Flux refuses to apply it.</summary>
internal static class SecretWithoutDecryptionRule
{
    public const string Id = RuleIds.SecretWithoutDecryption;
    public const string Title = "An encrypted object in a Kustomization without decryption";
    public const string Message = "the {0} '{1}' is encrypted with SOPS, and '{2}' has no decryption; add 'decryption: {{provider: sops}}' there";

    public static IEnumerable<Finding> Check(ReadObject item)
    {
        var owner = item.Owner;
        // A root that is not in the tree may decrypt.
        if (owner.Place is null || !owner.Value.Knows("spec") || !owner.Spec.Knows("decryption") || owner.Spec["decryption"] is { Kind: not DataKind.Null })
            yield break;
        yield return RuleMessage.Error(Id, item.Place, Message, item.Kind, item.Name, owner.Id.ToString()) with { AlsoAt = GraphRules.Places(owner.Place) };
    }
}
