namespace GitOps;

/// <summary>How much a finding matters.</summary>
internal enum FindingSeverity
{
    /// <summary>Something worth knowing; changes no exit code.</summary>
    Suggestion,

    /// <summary>Probably a mistake; changes no exit code.</summary>
    Warning,

    /// <summary>Certainly a mistake: nothing is written, the exit code is 1.</summary>
    Error,
}

/// <summary>A place in a file of the user's: path with forward slashes, relative to the project or the repository; line and column from 1, 0 when unknown.</summary>
internal sealed record FindingPlace(string Path, int Line = 0, int Column = 0)
{
    /// <summary>The form that MSBuild prints and editors click on: <c>Apps/Media/Sonarr.cs(14,9)</c>.</summary>
    public override string ToString() => Line <= 0 ? Path : Column <= 0 ? $"{Path}({Line})" : $"{Path}({Line},{Column})";
}

/// <summary>A part of a text, in UTF-16 units from its start.</summary>
internal readonly record struct FindingSpan(int Offset, int Length);

/// <summary>One fault in what the user wrote: which rule, how bad, what is wrong and what to do, and where.</summary>
/// <param name="Id">A constant of <see cref="RuleIds"/>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is wrong, where the other end is, what to do. No final full stop.</param>
/// <param name="Place">Where it is, or <see langword="null"/> when it concerns the whole run.</param>
/// <param name="FieldPath">The path of the field inside the object (<c>spec.values.route</c>), or <see langword="null"/>.</param>
internal sealed record Finding(string Id, FindingSeverity Severity, string Message, FindingPlace? Place = null, string? FieldPath = null)
{
    /// <summary>The other places that the message speaks of.</summary>
    public IReadOnlyList<FindingPlace> AlsoAt { get; init; } = [];

    /// <summary>What the message's format was filled with: a diagnostic is made of the same constant and these.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Which part of the text at <see cref="Place"/> is meant, when the rule looked into one.</summary>
    public FindingSpan? Span { get; init; }

    /// <summary>What a fix may put there (the nearest name, the right literal), or <see langword="null"/>.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The class of the variable source that has what is missing, with its namespace, or <see langword="null"/>.</summary>
    public string? VariableSource { get; init; }

    /// <summary>The finding as MSBuild prints it: <c>Apps/Media/Sonarr.cs(14): error GOPS2001: … at spec.values.route</c>.</summary>
    public override string ToString()
    {
        var severity = Severity switch { FindingSeverity.Error => "error", FindingSeverity.Warning => "warning", _ => "info" };
        var at = FieldPath is null ? "" : $" at {FieldPath}";
        return $"{(Place is null ? "gitops" : Place.ToString())}: {severity} {Id}: {Message}{at}";
    }
}
