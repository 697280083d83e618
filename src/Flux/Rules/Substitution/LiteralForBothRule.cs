namespace GitOps;

/// <summary>A literal dollar in a text that several share, and Flux substitutes it for one and not for another: no number of dollars is right for both.</summary>
internal static class LiteralForBothRule
{
    public const string Id = RuleIds.LiteralForBoth;
    public const string Title = "A literal dollar that is substituted for one and not for another";
    public const string Message = "a literal '$' in {0} is substituted for {1} and not for {2}, and cannot be written for both; {3}";
}
