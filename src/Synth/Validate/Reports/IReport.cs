namespace GitOps;

/// <summary>A form in which a report is printed.</summary>
internal interface IReport
{
    void Write(CommandOutput output, ValidateReport report);
}

/// <summary>The words that all forms share.</summary>
internal static class ReportWords
{
    public static string Of(FindingSeverity severity) => severity switch { FindingSeverity.Error => "error", FindingSeverity.Warning => "warning", _ => "suggestion" };

    /// <summary>The message with the field that it speaks of.</summary>
    public static string Message(Finding finding) => finding.FieldPath is null ? finding.Message : $"{finding.Message} at {finding.FieldPath}";

    /// <summary>A finding is one line, or editors could not click on it; and nothing of a file that is judged may steer the terminal.</summary>
    public static string OneLine(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Any(char.IsControl) ? string.Concat(line.Select(static c => char.IsControl(c) ? '\uFFFD' : c)) : line;
    }

    public static IReport For(ReportFormat format) => format switch
    {
        ReportFormat.MsBuild => new MsBuildReport(),
        ReportFormat.Json => new JsonReport(),
        ReportFormat.Sarif => new SarifReport(),
        ReportFormat.GitHub => new GitHubReport(),
        _ => new TextReport(),
    };
}
