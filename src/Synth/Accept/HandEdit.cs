namespace GitOps;

/// <summary>One scalar of the tree that somebody has edited.</summary>
/// <param name="Path">The file.</param>
/// <param name="Object">Which object in it; empty for a text that is no YAML.</param>
/// <param name="Field">The field; empty for such a text as a whole.</param>
/// <param name="Place">The C# line that the object comes from.</param>
internal sealed record HandEdit(string Path, string Object, string Field, FindingPlace? Place)
{
    /// <summary>What the C# says.</summary>
    public required string Before { get; init; }

    /// <summary>What the tree says.</summary>
    public required string After { get; init; }

    /// <summary>The tree's scalar; <see langword="null"/> for a text that is no YAML.</summary>
    public YamlScalar? Scalar { get; init; }

    /// <summary>How people read the two.</summary>
    public required string Difference { get; init; }

    /// <summary>Whether what a program renders here is what the tree says.</summary>
    public bool IsMetBy(string text, YamlScalar? scalar) => Scalar is null || scalar is null ? Scalar is null && scalar is null && text == After : Same(scalar, Scalar);

    /// <summary>Whether two scalars say the same. What the C# writes as a text stays one, though Renovate leaves the quotes away: <c>1.10</c> is then no number.</summary>
    public static bool Same(YamlScalar rendered, YamlScalar onDisk) =>
        rendered.Core == onDisk.Core
        || (rendered.Core.Kind == YamlValueKind.String && onDisk is { IsPlain: true, Tag: null } && onDisk.Core.Kind is YamlValueKind.Integer or YamlValueKind.Float or YamlValueKind.Bool && rendered.Text == onDisk.Text);

    public override string ToString() => Field.Length == 0 ? Path : $"{Path} at {Field}";
}
