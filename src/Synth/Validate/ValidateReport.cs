namespace GitOps;

/// <summary>A finding, and the Kustomization that it belongs to.</summary>
/// <param name="App">Such as <c>media/sonarr</c>; empty for what belongs to none.</param>
internal sealed record ReportedFinding(Finding Finding, string App);

/// <summary>What a run of <c>validate</c> has to say.</summary>
internal sealed record ValidateReport
{
    /// <summary>The repository, as the user would write it.</summary>
    public required string Repository { get; init; }

    /// <summary>In the order of places.</summary>
    public required IReadOnlyList<ReportedFinding> Findings { get; init; }

    /// <summary>Where Flux starts, one for each cluster.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    public int Kustomizations { get; init; }

    public int Files { get; init; }

    /// <summary>Findings that the rules file takes away.</summary>
    public int Suppressed { get; init; }

    /// <summary>Where to begin, and why there; <see langword="null"/> without an error.</summary>
    public FirstFix? First { get; init; }

    public int Count(FindingSeverity severity)
    {
        var count = 0;
        foreach (var item in Findings)
            if (item.Finding.Severity == severity) count++;
        return count;
    }
}

/// <summary>The error to mend first.</summary>
/// <param name="Waiting">How many Kustomizations are not applied because of it, itself not counted.</param>
internal sealed record FirstFix(ReportedFinding Finding, int Waiting);
