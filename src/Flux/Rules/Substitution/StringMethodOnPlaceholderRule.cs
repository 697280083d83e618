namespace GitOps;

/// <summary>A string method or comparison on a variable's constant: it sees <c>${SECRET_DOMAIN}</c>, not the value. Only C# has this fault, so the analyzer alone finds it.</summary>
internal static class StringMethodOnPlaceholderRule
{
    public const string Id = RuleIds.StringMethodOnPlaceholder;
    public const string Title = "A string method acts on a placeholder";
    public const string Message = "'{0}' sees the text '{1}' and not the variable's value, which only Flux knows; use an expression such as '{2}'";
}
