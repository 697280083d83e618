namespace GitOps;

/// <summary>A file that was meant to be encrypted by SOPS: copied into the tree as it is, it would be there for everyone to read.</summary>
internal static class NotEncryptedRule
{
    public const string Id = RuleIds.NotEncrypted;
    public const string Title = "A file that is listed as encrypted and is not";
    public const string Message = "'{0}' is listed as encrypted, and {1}; encrypt it with 'sops --encrypt --in-place' first";

    /// <summary>What is wrong with a file as it lies there; <see langword="null"/> when SOPS has encrypted every document of it.</summary>
    public static Finding? Check(string path, string text, FindingPlace? place)
    {
        var file = YamlFile.Read(text);
        var fault = file.Faults.Count > 0 || file.Documents.Count == 0 ? "is no YAML that SOPS wrote"
            : file.Documents.All(IsEncrypted) ? null
            : "has no data of SOPS in it";
        return fault is null ? null : RuleMessage.Error(Id, place, Message, path, fault);
    }

    // The message authentication code stands in every file that SOPS has written, whatever it encrypts.
    private static bool IsEncrypted(YamlDocument document) =>
        document.Mapping?["sops"] is YamlMapping sops && sops.Text("mac") is { } code && code.StartsWith("ENC[", StringComparison.Ordinal);
}
