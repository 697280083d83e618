namespace GitOps;

/// <summary><c>synth</c>: brings the tree to what the C# says.</summary>
internal sealed record WriteCommand(SynthOptions Options) : SynthCommand
{
    public override int Run(CommandContext context)
    {
        var output = context.Output;
        var printed = 0;
        var result = SynthRun.Run(context.Disk, context.Render(), Options, write: true, output.Progress, Before, context.Cancellation);
        // What the disk refused while writing came after the rest was printed.
        output.Findings(printed == 0 ? result.Findings : result.Findings.Where(static finding => finding.Id == RuleIds.DiskRefused));
        if (result is not { Comparison: { } comparison, Outcome: { Refusal: null } outcome }) return result.ExitCode;
        ChangeReport.Print(context, comparison, withFields: false);
        if (outcome.Written == 0)
            output.Info(outcome.Manifests == 0 ? $"up to date: {ChangeReport.Count(comparison.Unchanged, "file")}" : $"up to date: {ChangeReport.Count(comparison.Unchanged, "file")}, manifests healed");
        else
            output.Info($"{outcome.Created} created, {outcome.Updated} updated, {outcome.Deleted} deleted, {comparison.Unchanged} unchanged");
        return result.ExitCode;

        void Before(IReadOnlyList<Finding> findings)
        {
            printed = findings.Count;
            output.Findings(findings);
        }
    }
}
