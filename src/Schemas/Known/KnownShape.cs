namespace GitOps;

/// <summary>A type that the SDK ships, as far as it takes to recognise it inside a CRD.</summary>
internal sealed class KnownShape(SchemaTypeName name, IReadOnlyList<KnownField> fields)
{
    private readonly Dictionary<string, KnownField> byName = fields.ToDictionary(field => field.Name, StringComparer.Ordinal);

    public SchemaTypeName Name { get; } = name;

    public IReadOnlyList<KnownField> Fields { get; } = fields;

    /// <summary>The fields that every description of the type has, whatever Kubernetes version it was made with.</summary>
    public int OldFields { get; } = fields.Count(field => !field.IsRecent);

    /// <summary>One or two fields of plain values: too little to be known by its structure alone.</summary>
    public bool IsPlainPair { get; } = fields.Count <= 2 && fields.All(field => field.Type.Kind < SchemaTypeKind.Object);

    public KnownField? this[string field] => byName.TryGetValue(field, out var found) ? found : null;
}

/// <summary>A field of a known type.</summary>
/// <param name="IsRecent">It came later than the type: older CRDs lack it.</param>
internal sealed record KnownField(string Name, KnownType Type, bool Required, bool IsRecent);

/// <summary>The type of such a field.</summary>
/// <param name="Name">The known type of an object.</param>
internal sealed record KnownType(SchemaTypeKind Kind, string? Name, KnownType? Item);
