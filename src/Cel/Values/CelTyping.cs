namespace GitOps;

/// <summary>What a schema makes of a JSON value in CEL.</summary>
internal enum CelDataType
{
    /// <summary>Whatever the value is: no schema says more.</summary>
    Dyn,

    /// <summary>An object with declared fields: their names are escaped (<c>__dash__</c>), others are not to be seen, a null counts as absent.</summary>
    Object,

    /// <summary>An object with free keys (<c>additionalProperties</c>): nothing is escaped. Without <see cref="ICelTyping.Field"/> for its values its entries are not to be seen.</summary>
    Map,
    List,
    String,
    Integer,

    /// <summary>A double, also when a whole number is written.</summary>
    Number,
    Bool,

    /// <summary><c>x-kubernetes-int-or-string</c></summary>
    IntOrString,

    /// <summary>A string of format <c>duration</c>.</summary>
    Duration,

    /// <summary>A string of format <c>date</c>: a timestamp.</summary>
    Date,

    /// <summary>A string of format <c>date-time</c>: a timestamp.</summary>
    DateTime,

    /// <summary>A string of format <c>byte</c>: bytes, written as base64.</summary>
    Bytes,

    /// <summary><c>x-kubernetes-preserve-unknown-fields</c> without a type: to be compared and nothing else.</summary>
    Opaque,
}

/// <summary>
/// What a schema says of a value, as far as CEL must know: Kubernetes makes CEL values of an object by its schema, so a <c>number</c> is a double and a string of format
/// <c>duration</c> is a duration. Whoever knows schemas implements this on their schema nodes; <see cref="CelData.Of"/> asks it lazily, field by field, as an expression
/// reaches them. Implementations may be shared and must be cheap.
/// </summary>
internal interface ICelTyping
{
    CelDataType Type { get; }

    /// <summary>A null is a value here. Elsewhere it is an error, as in Kubernetes.</summary>
    bool IsNullable { get; }

    /// <summary>Of an <see cref="CelDataType.Object"/> the schema of a field, by its name in JSON; of a <see cref="CelDataType.Map"/> that of every value. <see langword="null"/>: CEL does not see it.</summary>
    ICelTyping? Field(string name);

    /// <summary>Of a <see cref="CelDataType.List"/>: the schema of its items; <see langword="null"/> for items without one.</summary>
    ICelTyping? Items { get; }

    CelListKind ListKind { get; }

    /// <summary>Of a list of <see cref="CelListKind.Map"/>: its keys, by their names in JSON.</summary>
    IReadOnlyList<string> ListKeys { get; }
}
