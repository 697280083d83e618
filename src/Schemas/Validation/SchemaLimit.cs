namespace GitOps;

/// <summary>Which limit a value goes beyond.</summary>
internal enum SchemaLimit
{
    None,
    MinLength,
    MaxLength,
    MinItems,
    MaxItems,
    MinProperties,
    MaxProperties,
    Minimum,
    Maximum,
    ExclusiveMinimum,
    ExclusiveMaximum,
    MultipleOf,

    /// <summary>The numbers that the integer's format can hold.</summary>
    Range,

    /// <summary>Equal items where none may be.</summary>
    UniqueItems,
}
