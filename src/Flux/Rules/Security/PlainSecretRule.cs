namespace GitOps;

/// <summary>A Secret whose values stand in the tree as they are: whoever can read the repository has them.</summary>
internal static class PlainSecretRule
{
    public const string Id = RuleIds.PlainSecret;
    public const string Title = "A Secret that is not encrypted";
    public const string Message = "the Secret '{0}' holds '{1}' for everyone who reads the repository; encrypt the file with SOPS, or make it an ExternalSecret or SealedSecret";

    public static IEnumerable<Finding> Check(ReadObject item)
    {
        // Encrypted, and where the key of the values is not under encryption the author said so; made by a generator, the file is what is read.
        if (item.Value["sops"] is not null)
            yield break;
        foreach (var name in new[] { "data", "stringData" })
            if (item.Built.Value.MapOf(name).Fields.FirstOrDefault(static field => IsSecret(field.Value)) is { } plain)
            {
                yield return RuleMessage.Error(Id, Places.Of(plain.Origin) ?? item.Place, Message, item.Name, plain.Name) with { FieldPath = $"{name}.{plain.Name}" };
                yield break;
            }
    }

    /// <summary>A value that is empty, encrypted, or filled in by a variable gives nothing away.</summary>
    private static bool IsSecret(DataValue value) =>
        value is { Kind: DataKind.String, IsPartial: false } && value.Text.Trim().Length > 0 && !value.Text.StartsWith("ENC[", StringComparison.Ordinal) && !SubstitutionText.MayHoldExpressions(value.Text);
}
