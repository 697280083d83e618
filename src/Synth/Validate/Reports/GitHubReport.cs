using System.Globalization;

namespace GitOps;

/// <summary>Workflow commands of GitHub Actions, which become annotations of the files.</summary>
internal sealed class GitHubReport : IReport
{
    public void Write(CommandOutput output, ValidateReport report)
    {
        foreach (var item in report.Findings)
        {
            var finding = item.Finding;
            var command = finding.Severity switch { FindingSeverity.Error => "error", FindingSeverity.Warning => "warning", _ => "notice" };
            var properties = new List<string>();
            if (finding.Place is { } place)
            {
                properties.Add("file=" + Property(place.Path));
                if (place.Line > 0) properties.Add("line=" + place.Line.ToString(CultureInfo.InvariantCulture));
                if (place.Column > 0) properties.Add("col=" + place.Column.ToString(CultureInfo.InvariantCulture));
            }
            properties.Add("title=" + Property(item.App.Length == 0 ? finding.Id : $"{finding.Id} {item.App}"));
            output.Result($"::{command} {string.Join(',', properties)}::{Data(ReportWords.Message(finding))}");
        }
    }

    // The runner's own escapes (actions/toolkit command.ts): a message ends at a line break, a property at a comma or colon too.
    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
