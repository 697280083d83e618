namespace GitOps;

/// <summary>The faults of schemas as findings: the ids are those that the generator reports.</summary>
internal static class SchemaFindings
{
    public static Finding ToFinding(SchemaFault fault) => new(
        fault.Kind switch
        {
            SchemaFaultKind.Unreadable => RuleIds.UnreadableYaml,
            SchemaFaultKind.Unsupported => RuleIds.UnsupportedSchema,
            _ => RuleIds.NotACustomResourceDefinition,
        },
        FindingSeverity.Error,
        fault.Message,
        new FindingPlace(fault.File, fault.Line, fault.Column));
}
