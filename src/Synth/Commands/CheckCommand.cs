namespace GitOps;

/// <summary><c>check</c>: for CI and pre-commit.</summary>
internal sealed record CheckCommand(SynthOptions Options) : SynthCommand
{
    public override int Run(CommandContext context)
    {
        var result = SynthRun.Run(context.Disk, context.Render(), Options, write: false, cancellation: context.Cancellation);
        context.Output.Findings(result.Findings);
        if (result.Comparison is not { } comparison) return result.ExitCode;
        if (comparison.IsUpToDate)
        {
            if (result.ExitCode == ExitCodes.Done) context.Output.Info($"up to date: {ChangeReport.Count(comparison.Unchanged, "file")}", Tone.Good);
            return result.ExitCode;
        }
        ChangeReport.Print(context, comparison, withFields: true);
        context.Output.Findings([new Finding(RuleIds.OutOfDate, FindingSeverity.Error, "the tree is not what the C# says; run 'dotnet run synth' and commit what it writes")]);
        return ExitCodes.Findings;
    }
}
