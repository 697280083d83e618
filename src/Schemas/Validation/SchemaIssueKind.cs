namespace GitOps;

/// <summary>What the API server has against a value.</summary>
internal enum SchemaIssueKind
{
    /// <summary>The schema has no such field, and requests are checked strictly.</summary>
    UnknownField,

    /// <summary>A required field without default is not there.</summary>
    MissingField,

    /// <summary>Another type is asked for; null where none is allowed counts too.</summary>
    WrongType,

    /// <summary>None of the known values.</summary>
    UnknownValue,

    Pattern,

    Format,

    /// <summary>Length, number of items or fields, minimum, maximum, multiple.</summary>
    Limit,

    /// <summary>An item of a set, or the keys of an item of a list map, stand twice.</summary>
    Duplicate,

    /// <summary>A CEL rule does not hold.</summary>
    Rule,

    /// <summary>Not one, not any or not all of the alternatives hold, or what must not hold does.</summary>
    Union,
}
