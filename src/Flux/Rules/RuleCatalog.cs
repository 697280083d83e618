namespace GitOps;

/// <summary>One rule as a list shows it: an analyzer's descriptor, a help page and a finding share these.</summary>
internal sealed record RuleInfo(string Id, string Title, FindingSeverity Severity)
{
    /// <summary>The page that says what, why, and what to do.</summary>
    public string HelpPage => $"docs/rules/{Id}.md";
}

/// <summary>All rules over the neutral model, by id.</summary>
internal static class RuleCatalog
{
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        Error(UnknownDependencyRule.Id, UnknownDependencyRule.Title),
        Error(WrongKindDependencyRule.Id, WrongKindDependencyRule.Title),
        Error(OtherNamespaceDependencyRule.Id, OtherNamespaceDependencyRule.Title),
        Error(SelfDependencyRule.Id, SelfDependencyRule.Title),
        Error(DependencyCycleRule.Id, DependencyCycleRule.Title),
        Error(DuplicateKustomizationRule.Id, DuplicateKustomizationRule.Title),
        Error(DisabledDependencyRule.Id, DisabledDependencyRule.Title),
        Error(ObjectOwnedTwiceRule.Id, ObjectOwnedTwiceRule.Title),
        Warning(UnhealthyDependencyRule.Id, UnhealthyDependencyRule.Title),
        Warning(SuspendedDependencyRule.Id, SuspendedDependencyRule.Title),
        Error(UndefinedVariableRule.Id, UndefinedVariableRule.Title),
        Error(SubstitutionSyntaxRule.Id, SubstitutionSyntaxRule.Title),
        Error(RejectedVariableNameRule.Id, RejectedVariableNameRule.Title),
        Error(ValueChangesTypeRule.Id, ValueChangesTypeRule.Title),
        Warning(UnusedVariableRule.Id, UnusedVariableRule.Title),
        Warning(MisleadingOperatorRule.Id, MisleadingOperatorRule.Title),
        Warning(NewlineInValueRule.Id, NewlineInValueRule.Title),
        Warning(SubstitutionNeverRunsRule.Id, SubstitutionNeverRunsRule.Title),
        Error(ConflictingValuesRule.Id, ConflictingValuesRule.Title),
        Error(MissingVariableSourceRule.Id, MissingVariableSourceRule.Title),
        Warning(StringMethodOnPlaceholderRule.Id, StringMethodOnPlaceholderRule.Title),
        Warning(SingleBraceTemplateRule.Id, SingleBraceTemplateRule.Title),
        Error(EscapedByInterpolationRule.Id, EscapedByInterpolationRule.Title),
        Warning(UnknownValueRule.Id, UnknownValueRule.Title),
        Error(LiteralForBothRule.Id, LiteralForBothRule.Title),
        Error(RuleIds.NotAComponent, KustomizeMessages.NotAComponentTitle),
        Error(RuleIds.ResourceMissing, KustomizeMessages.ResourceMissingTitle),
        Error(DurationLiteralRule.Id, DurationLiteralRule.Title),
        Error(QuantityLiteralRule.Id, QuantityLiteralRule.Title),
    ];

    private static RuleInfo Error(string id, string title) => new(id, title, FindingSeverity.Error);

    private static RuleInfo Warning(string id, string title) => new(id, title, FindingSeverity.Warning);
}
