namespace GitOps;

/// <summary>A field of an object.</summary>
/// <param name="Name">As it is written in YAML.</param>
/// <param name="CSharpName">A legal C# identifier, unique in its shape and different from the shape's own name.</param>
internal sealed record SchemaField(string Name, string CSharpName, SchemaType Type)
{
    /// <summary>The source lists it as required. With a <see cref="Default"/> the API server fills it in, so people need not.</summary>
    public bool Required { get; init; }

    /// <summary>It is required, but something that the source does not show may give it: a chart's own values.</summary>
    public bool MayBeGiven { get; init; }

    /// <summary>People must write it: required, no server default, and nobody else gives it.</summary>
    public bool MustBeSet => Required && Default is null && !MayBeGiven;

    /// <summary>An explicit <c>null</c> is a value of its own.</summary>
    public bool Nullable { get; init; }

    /// <summary>The server's default as compact JSON (<c>"IfNotPresent"</c>, <c>3</c>, <c>{}</c>), or null.</summary>
    public string? Default { get; init; }

    public string? Description { get; init; }
}
