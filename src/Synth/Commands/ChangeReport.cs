namespace GitOps;

/// <summary>The words for changes, shared by the commands.</summary>
internal static class ChangeReport
{
    private const int FewFiles = 20;
    private const int FewFields = 3;

    /// <summary>One line a change, and for a short diff the first fields that differ.</summary>
    public static void Print(CommandContext context, TreeComparison comparison, bool withFields)
    {
        var shown = 0;
        foreach (var change in comparison.Changes)
        {
            if (change.Action is FileAction.KeepEdited or FileAction.KeepEditedOrphan or FileAction.InTheWay) continue; // said by a finding
            if (shown++ >= FewFiles && !context.Output.Detailed) continue;
            var (sign, tone) = change.Action switch
            {
                FileAction.Create => ('+', Tone.Good),
                FileAction.Delete => ('-', Tone.Bad),
                _ => ('~', Tone.Notice),
            };
            context.Output.Info($"{sign} {change.Path}{Because(change.Reason)}", tone);
            if (withFields && change.Action == FileAction.Update) PrintFields(context, change);
        }
        if (shown > FewFiles && !context.Output.Detailed) context.Output.Info($"… and {shown - FewFiles} more; --detailed lists them", Tone.Faint);
        foreach (var unit in comparison.Units)
            if (unit.ManifestChanges && unit.Changes.Count == 0)
                context.Output.Info($"~ {unit.ManifestPath}", Tone.Faint);
    }

    public static string Because(ChangeReason reason) => reason switch
    {
        ChangeReason.LineEndings => " (line endings)",
        ChangeReason.Empty => " (was empty)",
        ChangeReason.MergeConflict => " (merge conflict)",
        ChangeReason.Overwritten => " (edit by hand given up)",
        ChangeReason.Adopted => " (taken over)",
        _ => "",
    };

    public static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static void PrintFields(CommandContext context, FileChange change)
    {
        if (FieldDifferences.Between(change.Planned!.Content.Span, context.Disk.Read(change.Path)) is not { } fields) return;
        for (var i = 0; i < fields.Count && (i < FewFields || context.Output.Detailed); i++)
            context.Output.Info($"    {fields[i].Path}: {fields[i]}", Tone.Faint);
        if (fields.Count > FewFields && !context.Output.Detailed) context.Output.Info($"    … and {fields.Count - FewFields} more fields", Tone.Faint);
    }
}
