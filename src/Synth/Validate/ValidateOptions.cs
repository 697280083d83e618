namespace GitOps;

/// <summary>For whom a report is.</summary>
internal enum ReportFormat
{
    Text,
    MsBuild,
    Json,
    Sarif,
    GitHub,
}

/// <summary>What <c>validate</c> is told.</summary>
internal sealed record ValidateOptions
{
    /// <summary>The repository or a folder in it; <see langword="null"/>: where the user stands, or the project's own.</summary>
    public string? Path { get; init; }

    /// <summary>Where Flux starts, relative to the repository; empty: it is looked for.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>Files with CustomResourceDefinitions.</summary>
    public IReadOnlyList<string> Crds { get; init; } = [];

    /// <summary>Schemas of charts' values as <c>CHART=FILE</c>, and files that these refer to.</summary>
    public IReadOnlyList<string> ValuesSchemas { get; init; } = [];

    /// <summary>Ids and ranges; empty: all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    public ReportFormat Format { get; init; }

    /// <summary>The least that is printed.</summary>
    public FindingSeverity Severity { get; init; }

    /// <summary>Run kustomize too.</summary>
    public bool Build { get; init; }
}
