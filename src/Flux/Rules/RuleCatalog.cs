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
        Error(RuleIds.UnreadableYaml, KustomizeMessages.UnreadableTitle),
        Error(DuplicateKeyRule.Id, DuplicateKeyRule.Title),
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
        Error(ClaimedTwiceRule.Id, ClaimedTwiceRule.Title),
        Error(LayerOrderRule.Id, LayerOrderRule.Title),
        Error(NotOnClusterRule.Id, NotOnClusterRule.Title),
        Warning(SameLayerDependencyRule.Id, SameLayerDependencyRule.Title),
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
        Error(DeclaredKeyRule.Id, DeclaredKeyRule.Title),
        Warning(SharedVariableRule.Id, SharedVariableRule.Title),
        Error(LiteralForBothRule.Id, LiteralForBothRule.Title),
        Error(ComponentMissingRule.Id, ComponentMissingRule.Title),
        Error(RuleIds.NotAComponent, KustomizeMessages.NotAComponentTitle),
        Error(RuleIds.ResourceMissing, KustomizeMessages.ResourceMissingTitle),
        Warning(ParentPatchReplacesListRule.Id, ParentPatchReplacesListRule.Title),
        Error(NamespaceRenamedRule.Id, NamespaceRenamedRule.Title),
        Error(PathMissingRule.Id, PathMissingRule.Title),
        Error(ComponentNotLocalRule.Id, ComponentNotLocalRule.Title),
        Error(ComponentListedAsResourceRule.Id, ComponentListedAsResourceRule.Title),
        Warning(UnlistedFileRule.Id, UnlistedFileRule.Title),
        Error(ObjectTwiceInBuildRule.Id, ObjectTwiceInBuildRule.Title),
        Error(IncludeCircleRule.Id, IncludeCircleRule.Title),
        Error(ResourceIsNoObjectRule.Id, ResourceIsNoObjectRule.Title),
        Error(CannotBeAppliedRule.Id, CannotBeAppliedRule.Title),
        Error(ComponentTwiceRule.Id, ComponentTwiceRule.Title),
        Error(VariablePropertyRule.Id, VariablePropertyRule.Title),
        Error(UnknownChartRule.Id, UnknownChartRule.Title),
        Error(UnknownSourceRule.Id, UnknownSourceRule.Title),
        Error(UnknownReleaseRule.Id, UnknownReleaseRule.Title),
        Error(UnknownValuesRule.Id, UnknownValuesRule.Title),
        Error(ChartAndChartRefRule.Id, ChartAndChartRefRule.Title),
        Error(OciUrlRule.Id, OciUrlRule.Title),
        Error(SemverRangeRule.Id, SemverRangeRule.Title),
        Error(ReleaseCycleRule.Id, ReleaseCycleRule.Title),
        Error(ObjectNameRule.Id, ObjectNameRule.Title),
        Error(DurationLiteralRule.Id, DurationLiteralRule.Title),
        Error(QuantityLiteralRule.Id, QuantityLiteralRule.Title),
        Error(UnknownFieldRule.Id, UnknownFieldRule.Title),
        Error(MissingFieldRule.Id, MissingFieldRule.Title),
        Error(WrongTypeRule.Id, WrongTypeRule.Title),
        Warning(UnknownEnumValueRule.Id, UnknownEnumValueRule.Title),
        Error(PatternRule.Id, PatternRule.Title),
        Error(LimitRule.Id, LimitRule.Title),
        Error(DuplicateItemRule.Id, DuplicateItemRule.Title),
        Error(BrokenValidationRule.Id, BrokenValidationRule.Title),
        Error(FormatRule.Id, FormatRule.Title),
        Error(LabelRule.Id, LabelRule.Title),
        Error(ApiVersionRule.Id, ApiVersionRule.Title),
        Warning(LeadingZeroRule.Id, LeadingZeroRule.Title),
        Error(UnionRule.Id, UnionRule.Title),
        Error(MetadataRule.Id, MetadataRule.Title),
        Error(ChartValueRule.Id, ChartValueRule.Title),
        Warning(HealthChecksIgnoredRule.Id, HealthChecksIgnoredRule.Title),
        Warning(HealthExpressionsUnusedRule.Id, HealthExpressionsUnusedRule.Title),
        Warning(HealthTargetElsewhereRule.Id, HealthTargetElsewhereRule.Title),
        Error(HealthExpressionRule.Id, HealthExpressionRule.Title),
        Error(PathLeavesRootRule.Id, PathLeavesRootRule.Title),
        Warning(PlainSecretRule.Id, PlainSecretRule.Title),
        Error(SecretWithoutDecryptionRule.Id, SecretWithoutDecryptionRule.Title),
    ];

    private static RuleInfo Error(string id, string title) => new(id, title, FindingSeverity.Error);

    private static RuleInfo Warning(string id, string title) => new(id, title, FindingSeverity.Warning);
}
