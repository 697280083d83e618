namespace GitOps;

internal static partial class RuleIds
{
    // 000x: schemas of charts' values

    /// <summary>A file given as the schema of a chart's values that is none.</summary>
    public const string NotAValuesSchema = "GOPS0008";

    /// <summary>A reference in a schema that leads nowhere.</summary>
    public const string SchemaReference = "GOPS0009";

    // 5xxx: what Helm rejects

    /// <summary>A value that the schema of its chart rejects.</summary>
    public const string ChartValue = "GOPS5020";
}
