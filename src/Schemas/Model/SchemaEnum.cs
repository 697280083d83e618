namespace GitOps;

/// <summary>The known values of a text field. Open: a cluster may know more.</summary>
/// <param name="Id">Hash of the values.</param>
internal sealed record SchemaEnum(SchemaTypeName Name, string Id, EquatableArray<SchemaEnumValue> Values)
{
    public string? Description { get; init; }

    public string? DocsUrl { get; init; }
}

/// <summary>A known value and its C# name, unique in its enum.</summary>
internal sealed record SchemaEnumValue(string Value, string CSharpName);
