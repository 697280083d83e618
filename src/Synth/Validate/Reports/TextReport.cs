namespace GitOps;

/// <summary>For people: by Kustomization, with counts, and where to begin.</summary>
internal sealed class TextReport : IReport
{
    private const int FewPlaces = 3;

    public void Write(CommandOutput output, ValidateReport report)
    {
        var first = true;
        foreach (var group in report.Findings.GroupBy(static item => item.App).OrderBy(static group => group.Key.Length == 0 ? 0 : 1).ThenBy(static group => group.Key, StringComparer.Ordinal))
        {
            if (!first) output.Result("");
            first = false;
            output.Result(group.Key.Length == 0 ? "not of one Kustomization" : group.Key);
            foreach (var item in group) Write(output, item.Finding);
        }
        if (!first) output.Info("");
        if (report.First is { } fix && report.Count(FindingSeverity.Error) > 1)
            output.Info($"begin with {Place(fix.Finding.Finding)} ({fix.Finding.Finding.Id})"
                + (fix.Waiting == 0 ? "" : $": {ChangeReport.Count(fix.Waiting, "more Kustomization")} {(fix.Waiting == 1 ? "waits" : "wait")} for '{fix.Finding.App}'"), Tone.Notice);
        output.Info(Summary(report), report.Count(FindingSeverity.Error) > 0 ? Tone.Bad : report.Findings.Count == 0 ? Tone.Good : Tone.Plain);
    }

    private static void Write(CommandOutput output, Finding finding)
    {
        output.Result($"  {Place(finding)}: {ReportWords.Of(finding.Severity)} {finding.Id}: {ReportWords.OneLine(ReportWords.Message(finding))}",
            finding.Severity switch { FindingSeverity.Error => Tone.Bad, FindingSeverity.Warning => Tone.Notice, _ => Tone.Plain });
        for (var i = 0; i < finding.AlsoAt.Count && (i < FewPlaces || output.Detailed); i++)
            output.Result($"      also {Place(finding.AlsoAt[i])}", Tone.Faint);
    }

    private static string Summary(ValidateReport report)
    {
        var checkedWhat = $"{ChangeReport.Count(report.Kustomizations, "Kustomization")} and {ChangeReport.Count(report.Files, "file")} looked at";
        var suppressed = report.Suppressed == 0 ? "" : $", {report.Suppressed} suppressed by {RulesFile.FileName}";
        if (report.Findings.Count == 0) return $"nothing found: {checkedWhat}{suppressed}";
        var counts = new List<string>();
        Add(FindingSeverity.Error, "error");
        Add(FindingSeverity.Warning, "warning");
        Add(FindingSeverity.Suggestion, "suggestion");
        var apps = report.Findings.Where(static item => item.App.Length > 0).Select(static item => item.App).Distinct(StringComparer.Ordinal).Count();
        return $"{string.Join(", ", counts)}{(apps == 0 ? "" : $" in {ChangeReport.Count(apps, "Kustomization")}")}; {checkedWhat}{suppressed}";

        void Add(FindingSeverity severity, string what)
        {
            if (report.Count(severity) is > 0 and var count) counts.Add(ChangeReport.Count(count, what));
        }
    }

    /// <summary><c>file:line:column</c>, as grep and terminals link it.</summary>
    private static string Place(Finding finding) => finding.Place is null ? "gitops" : Place(finding.Place);

    private static string Place(FindingPlace place) => place.Line <= 0 ? place.Path : place.Column <= 0 ? $"{place.Path}:{place.Line}" : $"{place.Path}:{place.Line}:{place.Column}";
}
