namespace GitOps;

/// <summary>A type while a document is read: as <see cref="SchemaType"/>, with the shape itself instead of its name, for names come last.</summary>
internal sealed class TypeDraft(SchemaTypeKind kind)
{
    public SchemaTypeKind Kind { get; } = kind;

    public ShapeDraft? Shape { get; init; }

    /// <summary>A type that the SDK ships.</summary>
    public SchemaTypeName? External { get; init; }

    /// <summary>All shipped types that fit: some core types are equal (a key of a Secret, of a ConfigMap).</summary>
    public IReadOnlyList<KnownShape> Candidates { get; init; } = [];

    /// <summary>The structure as it stands, where the shape or the shipped type differs from it.</summary>
    public ShapeDraft? Variant { get; init; }

    public EnumDraft? Enum { get; init; }

    public TypeDraft? Item { get; init; }

    public bool Nullable { get; init; }

    public SchemaConstraints? Constraints { get; init; }

    /// <summary>Equal for equal types.</summary>
    public string Key => field ??= DraftKeys.Of(this, exact: false);

    /// <summary>Equal for types whose every part is equal, variants too.</summary>
    public string ExactKey => field ??= DraftKeys.Of(this, exact: true);
}

/// <summary>An object type while a document is read. One instance for each structure.</summary>
internal sealed class ShapeDraft(IReadOnlyList<FieldDraft> fields, bool preserveUnknown)
{
    public IReadOnlyList<FieldDraft> Fields { get; set; } = fields;

    public bool PreserveUnknown { get; set; } = preserveUnknown;

    public bool IsMerged { get; set; }

    public string? Description { get; set; }

    public string? DocsUrl { get; set; }

    /// <summary>The name that the document gives (a component's), or null.</summary>
    public SchemaTypeName? GivenName { get; set; }

    public string Id { get; set; } = "";

    /// <summary>As <see cref="Id"/>, with what the variants below it say; empty when nobody asked.</summary>
    public string ExactId { get; set; } = "";
}

/// <summary>A field while a document is read.</summary>
internal sealed record FieldDraft(string Name, TypeDraft Type)
{
    public bool Required { get; init; }

    public bool Nullable { get; init; }

    public string? Default { get; init; }

    public bool MayBeGiven { get; init; }

    public string? Description { get; init; }
}

/// <summary>An enum while a document is read. One instance for each set of values.</summary>
internal sealed class EnumDraft(IReadOnlyList<string> values)
{
    public IReadOnlyList<string> Values { get; } = values;

    public SchemaTypeName? GivenName { get; set; }

    public string? Description { get; set; }

    public string? DocsUrl { get; set; }

    public string Id { get; } = DraftKeys.Hash(string.Join("\n", values.OrderBy(value => value, StringComparer.Ordinal)));
}

/// <summary>A kind while a document is read.</summary>
internal sealed record KindDraft(string Group, string Version, string Kind, ShapeDraft Body)
{
    public string Plural { get; init; } = "";

    public string Singular { get; init; } = "";

    public EquatableArray<string> ShortNames { get; init; }

    public SchemaScope Scope { get; init; }

    public bool Served { get; init; } = true;

    public bool Storage { get; init; } = true;

    public bool Deprecated { get; init; }

    public string? DeprecationWarning { get; init; }

    public bool HasStatus { get; init; } = true;

    public string? ReplicasPath { get; init; }

    public SchemaConstraints? Constraints { get; init; }

    public SchemaTypeName? GivenName { get; init; }
}
