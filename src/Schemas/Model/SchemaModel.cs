namespace GitOps;

/// <summary>
/// What one source of schemas says (a CRD file, an OpenAPI document): kinds, the types they are made of, and what could not be read.
/// Values only, equal when their content is equal. Types refer to each other by <see cref="SchemaTypeName"/>, so the graph may have cycles.
/// </summary>
internal sealed record SchemaModel
{
    public static SchemaModel Empty { get; } = new();

    /// <summary>The kinds, one for each version, in the order of group, version and kind.</summary>
    public EquatableArray<SchemaKind> Kinds { get; init; }

    /// <summary>The object types that belong to this source, each once, ordered by name. A type that is used but not here is shipped with the SDK.</summary>
    public EquatableArray<SchemaShape> Shapes { get; init; }

    /// <summary>Structures that stand for a named type at some places; only when asked for (<see cref="SchemaReadOptions.Exact"/>). No C# types are made of them.</summary>
    public EquatableArray<SchemaShape> Variants { get; init; }

    /// <summary>The enums that belong to this source, each once, ordered by name.</summary>
    public EquatableArray<SchemaEnum> Enums { get; init; }

    /// <summary>What the values of a Helm chart are: an object, one of <see cref="Shapes"/>. Null for every other source.</summary>
    public SchemaType? Values { get; init; }

    /// <summary>What is wrong in the source, in its order.</summary>
    public EquatableArray<SchemaFault> Faults { get; init; }
}
