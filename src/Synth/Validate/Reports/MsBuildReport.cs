namespace GitOps;

/// <summary>One line a finding, in the form that MSBuild and editors read: <c>file(line,column): error GOPS2001: …</c>.</summary>
internal sealed class MsBuildReport : IReport
{
    public void Write(CommandOutput output, ValidateReport report)
    {
        foreach (var item in report.Findings) output.Result(ReportWords.OneLine(item.Finding.ToString()));
    }
}
