namespace GitOps;

/// <summary><c>$"sonarr.${ClusterSecrets.SecretDomain}"</c> puts a <c>$</c> before a placeholder: Flux reads <c>$${…}</c> as a literal. Only C# has this fault.</summary>
internal static class EscapedByInterpolationRule
{
    public const string Id = RuleIds.EscapedByInterpolation;
    public const string Title = "A '$' before an interpolation escapes the placeholder";
    public const string Message = "this gives '{0}', which Flux takes for a literal; remove the '$' before the brace";
}
