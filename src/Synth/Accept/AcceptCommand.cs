using System.Runtime.CompilerServices;

namespace GitOps;

/// <summary><c>accept</c>: edits by hand come home into the C# literals that they came from.</summary>
/// <param name="Paths">The files and folders of the tree that are meant; none: all.</param>
internal sealed record AcceptCommand(IReadOnlyList<string> Paths) : SynthCommand
{
    public override int Run(CommandContext context)
    {
        var rendered = context.Render();
        var errors = rendered.Findings.Where(static finding => finding.Severity == FindingSeverity.Error).Order(Comparer<Finding>.Create(FindingOrder.Compare)).ToList();
        if (rendered.Plan is not { } plan || errors.Count > 0)
        {
            context.Output.Findings(errors);
            return ExitCodes.Findings;
        }
        var comparison = TreeComparer.Compare(context.Disk, plan, new SynthOptions());
        var edited = comparison.Changes.Where(static change => change.Action == FileAction.KeepEdited).ToList();
        var unknown = Paths.Where(path => !edited.Exists(change => TreePath.IsIn(change.Path, path))).ToList();
        foreach (var path in unknown)
            context.Output.Error($"gitops: nothing that synth wrote was edited by hand at '{path}'");
        if (unknown.Count > 0)
            return ExitCodes.Findings;
        if (edited.Count == 0)
        {
            context.Output.Info("nothing was edited by hand", Tone.Good);
            return ExitCodes.Done;
        }

        // Edits of other files are no wish to accept them, but they say what a literal may change.
        var meant = HandEdits.In(context.Disk, comparison.Disk, edited.Where(IsMeant));
        var others = HandEdits.In(context.Disk, comparison.Disk, edited.Where(change => !IsMeant(change)));
        var kept = meant.Others;
        if (meant.Edits.Count > 0)
        {
            if (CompilerAssemblies.Load() is { } missing)
                return Refuse(missing);
            try
            {
                Accept(context, plan, meant.Edits, others.Edits, kept);
            }
            catch (AcceptException refusal)
            {
                return Refuse(refusal.Message);
            }
        }
        kept.Sort(FindingOrder.Compare);
        context.Output.Findings(kept);
        return kept.Count == 0 ? ExitCodes.Done : ExitCodes.HandEditsKept;

        int Refuse(string why)
        {
            context.Output.Error($"gitops: nothing was accepted: {why}");
            return ExitCodes.Findings;
        }
    }

    private bool IsMeant(FileChange change) => Paths.Count == 0 || Paths.Any(path => TreePath.IsIn(change.Path, path));

    // In a method of its own: what it names is the compiler's, and is loaded when this is called and not before.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Accept(CommandContext context, TreePlan plan, List<HandEdit> edits, List<HandEdit> others, List<Finding> kept) => new AcceptRun(context, plan).Run(edits, others, kept);
}
