namespace GitOps;

/// <summary>The rules over Secrets in a tree together.</summary>
internal static class SecretRules
{
    public static IEnumerable<Finding> Check(ReadCluster cluster) =>
        cluster.Objects.Where(static item => item.Built is { Kind: "Secret", Group: "" }).SelectMany(static item => PlainSecretRule.Check(item))
            .Concat(cluster.Objects.Where(static item => item.Value["sops"] is { Kind: DataKind.Map }).SelectMany(static item => SecretWithoutDecryptionRule.Check(item)));
}
