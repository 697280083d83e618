namespace GitOps;

/// <summary>One field that two texts of an object do not share.</summary>
/// <param name="Object">Which object: <c>HelmRelease/sonarr</c>; empty in a file of other content.</param>
/// <param name="Path">The field: <c>spec.values.image.tag</c>.</param>
/// <param name="Planned">What the C# says, as people read it, or <see langword="null"/> when it says nothing.</param>
/// <param name="OnDisk">What the file says, or <see langword="null"/>.</param>
internal sealed record FieldDifference(string Object, string Path, string? Planned, string? OnDisk)
{
    /// <summary>The scalar that the C# says, when it is one.</summary>
    public YamlScalar? PlannedScalar { get; init; }

    /// <summary>The scalar that the file says, when it is one.</summary>
    public YamlScalar? OnDiskScalar { get; init; }

    public override string ToString() => (Planned, OnDisk) switch
    {
        (null, not null) => $"the file says {OnDisk}, the C# says nothing",
        (not null, null) => $"the file says nothing, the C# says {Planned}",
        _ => $"the file says {OnDisk}, the C# says {Planned}",
    };
}
