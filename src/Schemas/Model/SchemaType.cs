namespace GitOps;

/// <summary>The type of a field, of a list's items or of a map's values, with what is asked of a value at this place.</summary>
internal sealed record SchemaType(SchemaTypeKind Kind)
{
    /// <summary>The shape of an object, or the enum of a string. Null for all others.</summary>
    public SchemaTypeName? Name { get; init; }

    /// <summary>The type is not of this source: the SDK ships it (a core Kubernetes type such as <c>SecretKeySelector</c>).</summary>
    public bool IsExternal { get; init; }

    /// <summary>
    /// The structure as its source has it, where <see cref="Name"/> is a type that offers more or asks for less: a core type inside a CRD that was made with another
    /// version of Kubernetes. One of <see cref="SchemaModel.Variants"/>; null where the named type says it all. Validation goes by it, models do not.
    /// </summary>
    public SchemaTypeName? Variant { get; init; }

    /// <summary>The type of a list's items, or of a map's values.</summary>
    public SchemaType? Item { get; init; }

    /// <summary>An item or a map's value may be null.</summary>
    public bool Nullable { get; init; }

    /// <summary>What is asked of a value here beyond its type, or null.</summary>
    public SchemaConstraints? Constraints { get; init; }
}
