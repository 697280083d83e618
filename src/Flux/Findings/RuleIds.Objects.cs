namespace GitOps;

internal static partial class RuleIds
{
    // 5xxx: what the API server rejects, beyond literals

    /// <summary>A field that the schema does not have.</summary>
    public const string UnknownField = "GOPS5004";

    /// <summary>A required field that is not there.</summary>
    public const string MissingField = "GOPS5005";

    /// <summary>A value of another type.</summary>
    public const string WrongType = "GOPS5006";

    /// <summary>None of the known values of an enum.</summary>
    public const string UnknownEnumValue = "GOPS5007";

    /// <summary>A text that does not match the pattern of its field.</summary>
    public const string PatternMismatch = "GOPS5008";

    /// <summary>Too long, too short, too many, too few, too large, too small.</summary>
    public const string BeyondLimit = "GOPS5009";

    /// <summary>Two equal entries in a set or a list map.</summary>
    public const string DuplicateItem = "GOPS5010";

    /// <summary>A CEL rule of the CRD that does not hold.</summary>
    public const string BrokenValidation = "GOPS5011";

    /// <summary>A text that is not of its field's format.</summary>
    public const string FormatMismatch = "GOPS5012";

    /// <summary>A label or annotation that Kubernetes rejects.</summary>
    public const string InvalidLabel = "GOPS5013";

    /// <summary>An API version that is no longer served.</summary>
    public const string ApiVersionGone = "GOPS5014";

    /// <summary>A whole number with a leading zero.</summary>
    public const string LeadingZero = "GOPS5015";

    /// <summary>Alternatives of a schema of which none, or too many, hold.</summary>
    public const string BrokenUnion = "GOPS5016";

    /// <summary>Metadata, other than the name and labels, that Kubernetes rejects.</summary>
    public const string InvalidMetadata = "GOPS5017";
}
