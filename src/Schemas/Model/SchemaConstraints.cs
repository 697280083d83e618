namespace GitOps;

/// <summary>
/// What is asked of a value beyond its type. Inside <see cref="AllOf"/>, <see cref="AnyOf"/>, <see cref="OneOf"/> and <see cref="Not"/> it is a
/// condition on its own, and may name fields (<see cref="Required"/>, <see cref="Properties"/>), items and a JSON type.
/// </summary>
internal sealed record SchemaConstraints
{
    /// <summary>The source's format: <c>date-time</c>, <c>ipv4</c>, <c>int32</c>, <c>byte</c> …</summary>
    public string? Format { get; init; }

    /// <summary>RE2 syntax; matches anywhere unless anchored.</summary>
    public string? Pattern { get; init; }

    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    public bool ExclusiveMinimum { get; init; }

    public bool ExclusiveMaximum { get; init; }

    public double? MultipleOf { get; init; }

    /// <summary>In characters, not bytes.</summary>
    public long? MinLength { get; init; }

    public long? MaxLength { get; init; }

    public long? MinItems { get; init; }

    public long? MaxItems { get; init; }

    public long? MinProperties { get; init; }

    public long? MaxProperties { get; init; }

    public bool UniqueItems { get; init; }

    /// <summary><c>atomic</c>, <c>set</c> or <c>map</c>.</summary>
    public string? ListType { get; init; }

    /// <summary>The fields that name an entry of a list of type <c>map</c>: no two entries may agree in all of them.</summary>
    public EquatableArray<string> ListMapKeys { get; init; }

    /// <summary><c>atomic</c> or <c>granular</c>.</summary>
    public string? MapType { get; init; }

    /// <summary>The value is a whole Kubernetes object with apiVersion, kind and metadata.</summary>
    public bool EmbeddedResource { get; init; }

    /// <summary>Fields that nobody named are kept by the API server (otherwise it drops them).</summary>
    public bool PreserveUnknown { get; init; }

    /// <summary>The known values, each as compact JSON (<c>"a"</c>, <c>1</c>), of something that is no enum type: numbers, conditions, a text with one known value.</summary>
    public EquatableArray<string> Enum { get; init; }

    /// <summary>CEL rules.</summary>
    public EquatableArray<SchemaRule> Rules { get; init; }

    public EquatableArray<SchemaConstraints> AllOf { get; init; }

    public EquatableArray<SchemaConstraints> AnyOf { get; init; }

    public EquatableArray<SchemaConstraints> OneOf { get; init; }

    public SchemaConstraints? Not { get; init; }

    /// <summary>In a condition: fields that must be there.</summary>
    public EquatableArray<string> Required { get; init; }

    /// <summary>In a condition: what is asked of fields that are there.</summary>
    public EquatableArray<SchemaPropertyConstraint> Properties { get; init; }

    /// <summary>In a condition: what is asked of fields that <see cref="Properties"/> do not name; <see cref="Never"/> where there may be none.</summary>
    public SchemaConstraints? Additional { get; init; }

    /// <summary>In a condition: what is asked of each item.</summary>
    public SchemaConstraints? Items { get; init; }

    /// <summary>In a condition: the JSON type (<c>string</c>, <c>integer</c> …).</summary>
    public string? JsonType { get; init; }

    public static SchemaConstraints None { get; } = new();

    /// <summary>What no value fulfils.</summary>
    public static SchemaConstraints Never { get; } = new() { Not = None };
}

/// <summary>What a condition asks of one field.</summary>
internal sealed record SchemaPropertyConstraint(string Name, SchemaConstraints Constraints);

/// <summary>A CEL rule. Its expression is a fact; a message stands here only when the source is the user's own.</summary>
internal sealed record SchemaRule(string Expression)
{
    public string? Message { get; init; }

    /// <summary>A CEL expression that gives the message.</summary>
    public string? MessageExpression { get; init; }

    public string? Reason { get; init; }

    public string? FieldPath { get; init; }

    public bool OptionalOldSelf { get; init; }
}
