namespace GitOps;

/// <summary>The faults of schemas as findings: the ids are those that the generator reports.</summary>
internal static class SchemaFindings
{
    /// <param name="otherwise">What a file is not that is neither unreadable nor unsupported.</param>
    public static Finding ToFinding(SchemaFault fault, string otherwise = RuleIds.NotACustomResourceDefinition) => new(
        fault.Kind switch
        {
            SchemaFaultKind.Unreadable => RuleIds.UnreadableYaml,
            SchemaFaultKind.Unsupported => RuleIds.UnsupportedSchema,
            SchemaFaultKind.Reference => RuleIds.SchemaReference,
            _ => otherwise,
        },
        FindingSeverity.Error,
        fault.Message,
        new FindingPlace(fault.File, fault.Line, fault.Column));
}
