namespace GitOps;

/// <summary>Findings that an author knows and does not want to read again.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Paths">Empty: everywhere.</param>
internal sealed record Suppression(FindingPlace Place, RuleSelection Rules, IReadOnlyList<PathGlob> Paths, string Written)
{
    public bool Covers(Finding finding)
    {
        if (!Rules.Has(finding.Id)) return false;
        if (Paths.Count == 0) return true;
        if (finding.Place is null) return false;
        foreach (var glob in Paths)
            if (glob.Matches(finding.Place.Path)) return true;
        return false;
    }
}
