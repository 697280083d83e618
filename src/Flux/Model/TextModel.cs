namespace GitOps;

/// <summary>A text that substitution passes over.</summary>
/// <param name="text">As the author wrote it, before any substitution.</param>
/// <param name="place">Where it is written.</param>
/// <param name="fieldPath">Its field inside the object (<c>spec.values.route</c>).</param>
internal sealed class TextModel(string text, FindingPlace? place = null, string? fieldPath = null)
{
    private SubstitutionText? _parsed;

    public string Text { get; } = text;

    public FindingPlace? Place { get; } = place;

    public string? FieldPath { get; } = fieldPath;

    /// <summary>Where a part of the text stands, by its offset, for fronts that can tell; <see cref="Place"/> serves all parts else.</summary>
    public Func<int, FindingPlace>? PlaceAt { get; init; }

    /// <summary>What the field takes; <see cref="FieldType.Any"/> says nothing.</summary>
    public FieldType Type { get; init; }

    /// <summary>The use of a component that brings it, for fronts that see the texts of components in the built objects; <see langword="null"/> for the app's own.</summary>
    public ComponentUse? Component { get; init; }

    /// <summary>How the text stands in the built object; a mapping's key is always plain.</summary>
    public bool IsKey { get; init; }

    /// <summary>The object switches substitution off (<see cref="SubstitutionSwitch"/>), or the field is not reached (<c>Secret.data</c>).</summary>
    public bool IsLiteral { get; init; }

    /// <summary>The text as Flux reads it.</summary>
    public SubstitutionText Parsed => _parsed ??= SubstitutionText.Parse(Text);
}

/// <summary>What a field takes.</summary>
internal enum FieldType
{
    /// <summary>Not known, or anything.</summary>
    Any,
    String,
    Integer,
    Number,
    Boolean,
    IntOrString,
    Object,
    Array,
}
