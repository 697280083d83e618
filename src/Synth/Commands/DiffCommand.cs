using System.Text;

namespace GitOps;

/// <summary><c>diff</c>: all that synth would change, line by line.</summary>
internal sealed record DiffCommand(SynthOptions Options) : SynthCommand
{
    public override int Run(CommandContext context)
    {
        var result = SynthRun.Run(context.Disk, context.Render(), Options, write: false, cancellation: context.Cancellation);
        context.Output.Findings(result.Findings);
        if (result.Comparison is not { } comparison) return result.ExitCode;
        foreach (var change in comparison.Changes)
        {
            var note = change.Action switch
            {
                FileAction.KeepEdited or FileAction.KeepEditedOrphan => " (edited by hand: kept)",
                FileAction.InTheWay => " (in the way: not synth's)",
                _ => ChangeReport.Because(change.Reason),
            };
            var isThere = change.Action != FileAction.Create && context.Disk.Kind(change.Path) == DiskEntryKind.File;
            var before = isThere ? Encoding.UTF8.GetString(context.Disk.Read(change.Path)) : "";
            var after = change.Planned is null ? "" : Encoding.UTF8.GetString(change.Planned.Content.Span);
            context.Output.Result($"--- {(isThere ? change.Path : "/dev/null")}", Tone.Bad);
            context.Output.Result($"+++ {(change.Planned is null ? "/dev/null" : change.Path)}{note}", Tone.Good);
            foreach (var line in TextDifference.Lines(before, after))
                context.Output.Result(line, line[0] switch { '+' => Tone.Good, '-' => Tone.Bad, '@' => Tone.Faint, _ => Tone.Plain });
        }
        foreach (var unit in comparison.Units)
            if (unit.ManifestChanges && unit.Changes.Count == 0)
                context.Output.Info($"~ {unit.ManifestPath}", Tone.Faint);
        return result.ExitCode;
    }
}
