namespace GitOps;

/// <summary>What a command works with.</summary>
internal sealed record CommandContext(IFileSystem Disk, Func<RenderResult> Render, CommandOutput Output, CancellationToken Cancellation)
{
    /// <summary>The machine around the command.</summary>
    public required CommandLineHost Host { get; init; }

    /// <summary>The repository's root on the machine's disk.</summary>
    public required string Root { get; init; }

    /// <summary>How <see cref="Render"/> renders.</summary>
    public required RenderOptions RenderOptions { get; init; }

    /// <summary>The plan for commands that only look at it: its findings are printed, and errors end the command.</summary>
    public TreePlan? Plan()
    {
        var rendered = Render();
        var findings = new List<Finding>(rendered.Findings);
        findings.Sort(FindingOrder.Compare);
        Output.Findings(findings);
        return rendered.Plan is not null && findings.TrueForAll(static finding => finding.Severity != FindingSeverity.Error) ? rendered.Plan : null;
    }
}
