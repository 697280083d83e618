namespace GitOps;

/// <summary>An object type: fields in the order of their source. Equal structures of one source are one shape.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Id">Hash of its structure (field names, types, required, constraints; no names of types, no texts): equal for equal structures.</param>
internal sealed record SchemaShape(SchemaTypeName Name, string Id, EquatableArray<SchemaField> Fields)
{
    public string? Description { get; init; }

    /// <summary>The reference page of the project that the type comes from.</summary>
    public string? DocsUrl { get; init; }

    /// <summary>Unknown fields are kept by the API server: the model takes more than it names.</summary>
    public bool PreserveUnknown { get; init; }

    /// <summary>Something that the source does not show lays fields under those of an object (a chart's own values): what it lacks may be there.</summary>
    public bool IsMerged { get; init; }
}
