namespace GitOps;

/// <summary>Brings edits home: builds the program anew in memory until it renders what was edited, then writes the literals. Before that nothing is written.</summary>
internal sealed class AcceptRun(CommandContext context, TreePlan plan)
{
    /// <param name="edits">What is to come home.</param>
    /// <param name="others">What else was edited: a literal may make it too.</param>
    /// <param name="kept">Told of each edit that stays one.</param>
    public void Run(List<HandEdit> edits, List<HandEdit> others, List<Finding> kept)
    {
        var program = context.Host.Program ?? throw new AcceptException("this program does not say what it is built from");
        var build = new ProgramBuild(ProgramReader.Read(program.Assembly, context.Root, context.Host.ProjectFolder));
        var options = context.RenderOptions with { Checks = false };
        (HashSet<LiteralChange>? Changes, TreePlan? Plan, string? Fault) last = default;
        CheckBuild();
        var search = new AcceptSearch(edits, others, [.. build.Literals()], build.Holds, changes => Render(changes, out _) is { } rendered ? PlanEffect.Between(plan, rendered) : null);
        search.Run();
        foreach (var edit in edits)
            if (search.Reasons.TryGetValue(edit, out var reason))
                kept.Add(HandEdits.Kept(edit.Path, $"{edit.Difference}; {reason}", edit.Place, edit.Field));
        if (search.Found.Count == 0)
            return;
        var changes = search.Found.Values.Distinct().ToList();
        var rendered = Render(changes, out var fault) ?? throw new AcceptException(fault!);
        context.Cancellation.ThrowIfCancellationRequested();
        using var theLock = context.Disk.TryLock() ?? throw new AcceptException("another synth is writing this repository; wait until it is done and try again");
        SourceFiles.Write(changes.GroupBy(static change => change.Literal.Document).Select(file => (file.Key.File!, file.Key.Content, build.Content(file.Key, file))));
        foreach (var change in changes.OrderBy(static change => change.Literal.Document.Shown, StringComparer.Ordinal).ThenBy(static change => change.Start))
            Print(change, search.Found.Where(entry => entry.Value == change).Select(static entry => entry.Key).ToList());
        foreach (var path in search.Found.Keys.Select(static edit => edit.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            Settle(path, rendered, search.Found.Keys.Where(edit => edit.Path == path).ToList(), kept);
        context.Output.Info($"{ChangeReport.Count(changes.Count, "literal")} changed; 'dotnet run synth' lists the files as its own again", Tone.Good);

        // The last changes that were proven are those that are written: they need no second build.
        TreePlan? Render(IReadOnlyCollection<LiteralChange> with, out string? why)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (last.Changes is null || !last.Changes.SetEquals(with))
                last = ([.. with], build.Render(with, assembly => program.Render(assembly, options), out var found), found);
            why = last.Fault;
            return last.Plan;
        }

        // What does not render the same as the program that runs can prove nothing.
        void CheckBuild()
        {
            var same = Render([], out var why) ?? throw new AcceptException($"the program cannot be built again in memory: {why}");
            if (PlanEffect.Between(plan, same) is [var first, ..])
                throw new AcceptException($"built again in memory the program renders {first} differently, so no literal can be proven; does it read the time, or what another program wrote?");
        }
    }

    private void Print(LiteralChange change, List<HandEdit> edits)
    {
        var places = edits.Count > 1 ? $"{edits[0]} and {edits.Count - 1} more" : edits[0].ToString();
        context.Output.Info($"{change.Literal.Document.Shown}({change.Literal.Line}): {Shown(change.Literal)} is now {Quoted(change.Value, change.Literal.Kind)}  ({places})", Tone.Notice);
        if (context.Output.Detailed)
            foreach (var edit in edits)
                context.Output.Info($"    {edit}", Tone.Faint);
    }

    private static string Shown(SourceLiteral literal) => Quoted(literal.Value, literal.Kind);

    private static string Quoted(string value, LiteralKind kind)
    {
        const int Longest = 80;
        if (kind is LiteralKind.Number or LiteralKind.Boolean)
            return value;
        var text = value.ReplaceLineEndings("\\n");
        return text.Length <= Longest ? $"'{text}'" : $"'{text.AsSpan(0, Longest)}…'";
    }

    // Renovate leaves away quotes that the C# writes; then the file gets what synth would write, or it would stay an edit for ever.
    private void Settle(string path, TreePlan rendered, List<HandEdit> edits, List<Finding> kept)
    {
        var content = rendered.Files.First(file => file.Path == path);
        content = content with { Content = ImagePolicyValues.Keep(content.Content, context.Disk.Read(path)) };
        if (context.Disk.Holds(path, content.Content.Span) || kept.Exists(finding => finding.Message.StartsWith($"'{path}' ", StringComparison.Ordinal)))
            return;
        if (EditedFile.With(context.Disk.Read(path), edits, content.Content.Span) is { } settled && settled.AsSpan().SequenceEqual(content.Content.Span))
        {
            var temporary = path + DiskTree.TemporarySuffix;
            context.Disk.Write(temporary, content.Content.Span);
            context.Disk.Replace(temporary, path);
            context.Output.Info($"~ {path} (quotes)", Tone.Notice);
            return;
        }
        kept.Add(HandEdits.Kept(path, $"its values are in the C# now, and what still differs are comments, quotes or spaces; give them up with 'synth --overwrite {path}'", content.Place));
    }
}
