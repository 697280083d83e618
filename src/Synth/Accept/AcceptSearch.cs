namespace GitOps;

/// <summary>A literal that may have made an edited scalar, and what it would have to say.</summary>
/// <param name="IsWhole">It has the whole value: no other literal takes part in it.</param>
internal sealed record Candidate(LiteralChange Change, bool IsWhole, int Distance);

/// <summary>
/// Finds for each edit the literal that made the value. A literal is never taken because it looks right: the program is rendered with the change, and what comes out must be what was edited, all of
/// it and nothing else.
/// </summary>
internal sealed class AcceptSearch
{
    /// <summary>The candidates of one edit that are rendered one by one; hundreds of literals are equal to <c>1h</c> or <c>true</c>, and those that are near come first.</summary>
    private const int MostTries = 48;

    private readonly IReadOnlyList<HandEdit> edits;
    private readonly IReadOnlyList<HandEdit> others;
    private readonly Func<IReadOnlyCollection<LiteralChange>, List<PlanEffect>?> render;
    private readonly Func<LiteralChange, bool> holds;
    private readonly IReadOnlyList<SourceLiteral> literals;
    private readonly Dictionary<HandEdit, LiteralChange> found = [];
    private readonly Dictionary<HandEdit, string> reasons = [];
    private readonly Dictionary<LiteralChange, List<PlanEffect>?> tried = [];

    /// <param name="edits">What is to come home.</param>
    /// <param name="others">What else was edited: a literal may make it too, and then both come home.</param>
    /// <param name="literals">The author's literals.</param>
    /// <param name="holds">Whether a change leaves a file that C# reads.</param>
    /// <param name="render">What the program renders differently with these changes; <see langword="null"/> when it does not compile.</param>
    public AcceptSearch(
        IReadOnlyList<HandEdit> edits,
        IReadOnlyList<HandEdit> others,
        IReadOnlyList<SourceLiteral> literals,
        Func<LiteralChange, bool> holds,
        Func<IReadOnlyCollection<LiteralChange>, List<PlanEffect>?> render) =>
        (this.edits, this.others, this.literals, this.holds, this.render) = (edits, others, literals, holds, render);

    /// <summary>The changes that together make exactly the edits that they are given for.</summary>
    public IReadOnlyDictionary<HandEdit, LiteralChange> Found => found;

    /// <summary>Why the other edits cannot come home.</summary>
    public IReadOnlyDictionary<HandEdit, string> Reasons => reasons;

    public void Run()
    {
        var candidates = edits.ToDictionary(static edit => edit, Candidates);
        Guess(candidates);
        foreach (var edit in edits)
            if (!found.ContainsKey(edit))
                Search(edit, candidates[edit]);
        Prove();
    }

    // Most often the nearest literal is the one. All of them at once are one build; what they make tells which were right.
    private void Guess(Dictionary<HandEdit, List<Candidate>> candidates)
    {
        var first = new Dictionary<SourceLiteral, LiteralChange>();
        foreach (var edit in edits)
            if (candidates[edit] is [{ IsWhole: true } nearest, ..] && holds(nearest.Change))
                first.TryAdd(nearest.Change.Literal, nearest.Change);
        if (first.Count == 0 || Render([.. first.Values]) is not { } effects || Foreign(effects).Any())
            return;
        foreach (var edit in edits)
            if (candidates[edit] is [{ IsWhole: true } nearest, ..] && first.GetValueOrDefault(nearest.Change.Literal) == nearest.Change && effects.Exists(effect => effect.Is(edit)))
                found.Add(edit, nearest.Change);
    }

    private void Search(HandEdit edit, List<Candidate> candidates)
    {
        var right = new List<LiteralChange>();
        string? reason = null;
        foreach (var candidate in candidates.Take(MostTries))
        {
            if (!holds(candidate.Change) || Render([candidate.Change]) is not { } effects || !effects.Exists(effect => effect.Is(edit)))
                continue;
            if (Foreign(effects).FirstOrDefault() is { } other)
            {
                reason ??= $"the literal at {PlaceOf(candidate.Change)} makes it, and {other} too, where the tree says {Said(other)}; edit both alike, or change the C# by hand";
                continue;
            }
            if (!right.Contains(candidate.Change))
                right.Add(candidate.Change);
            // A value that one literal has as a whole is made by no other.
            if (candidate.IsWhole)
                break;
        }
        if (right.Count == 1)
            found.Add(edit, right[0]);
        else if (right.Count > 1)
            reasons.Add(edit, $"the literals at {string.Join(" and ", right.Select(PlaceOf))} could each make it; change the C# by hand");
        else
            reasons.Add(edit, reason ?? (candidates.Count > MostTries
                ? $"{candidates.Count} literals look like it and the nearest {MostTries} do not make it; change the C# by hand"
                : "no literal in the C# makes it: it is computed, or comes from elsewhere; change it by hand"));
    }

    // One by one they were right; together they must be too. Where two are at odds the later stays an edit.
    private void Prove()
    {
        var changes = found.Values.Distinct().ToList();
        while (changes.Count > 0 && !IsExact(changes))
        {
            var kept = new List<LiteralChange>();
            foreach (var change in changes)
                if (!kept.Exists(other => Meets(other, change)) && IsExact([.. kept, change]))
                    kept.Add(change);
            foreach (var edit in edits.Where(edit => found.TryGetValue(edit, out var change) && !kept.Contains(change)).ToList())
            {
                reasons.Add(edit, $"the literal at {PlaceOf(found[edit])} makes it, but not together with the other edits; change the C# by hand");
                found.Remove(edit);
            }
            changes = kept;
        }
    }

    private bool IsExact(List<LiteralChange> changes)
    {
        if (Render(changes) is not { } effects || Foreign(effects).Any())
            return false;
        return edits.All(edit => !found.TryGetValue(edit, out var change) || !changes.Contains(change) || effects.Exists(effect => effect.Is(edit)));
    }

    private static bool Meets(LiteralChange a, LiteralChange b) =>
        a.Literal.Document == b.Literal.Document && a.Start <= b.Start + b.Length && b.Start <= a.Start + a.Length;

    /// <summary>What changes would make that nobody has edited so.</summary>
    private IEnumerable<PlanEffect> Foreign(List<PlanEffect> effects) => effects.Where(effect => !edits.Any(effect.Is) && !others.Any(effect.Is));

    private string Said(PlanEffect effect)
    {
        foreach (var edit in edits.Concat(others))
            if (edit.Path == effect.Path && edit.Object == effect.Object && edit.Field == effect.Field)
                return $"'{edit.After}'";
        return "what it said before";
    }

    private List<PlanEffect>? Render(List<LiteralChange> changes)
    {
        for (var i = 0; i < changes.Count; i++)
            for (var j = 0; j < i; j++)
                if (Meets(changes[i], changes[j]))
                    return null;
        if (changes.Count > 1)
            return render(changes);
        if (!tried.TryGetValue(changes[0], out var effects))
            tried.Add(changes[0], effects = render(changes));
        return effects;
    }

    private List<Candidate> Candidates(HandEdit edit)
    {
        var before = edit.Before.ReplaceLineEndings("\n");
        var after = edit.After.ReplaceLineEndings("\n");
        var candidates = new List<Candidate>();
        foreach (var literal in literals)
            foreach (var (value, isWhole) in Alignments.Of(literal.Value, before, after))
                if (LiteralChange.Of(literal, value) is { } change)
                    candidates.Add(new Candidate(change, isWhole, Distance(literal, edit)));
        // Whole values first, then what shares most with the value, then what is near.
        return [.. candidates.OrderByDescending(static candidate => candidate.IsWhole).ThenBy(static candidate => candidate.Distance)];
    }

    // Which literals are tried first. It decides nothing but how long it takes.
    private static int Distance(SourceLiteral literal, HandEdit edit)
    {
        var distance = 0;
        var fields = edit.Field.Split('.', '[', ']').Where(static name => name.Length > 0 && !int.TryParse(name, out _)).Reverse().ToList();
        var names = 0;
        while (names < fields.Count && names < literal.Names.Count && IsLike(fields[names], literal.Names[names]))
            names++;
        distance += Math.Max(0, 4 - names) * 1_000;
        if (edit.Place is not { } place || !IsIn(literal.Document, place.Path))
            return distance + 100_000;
        var lines = literal.Line - place.Line;
        return distance + (lines >= 0 ? lines : 500 - lines);
    }

    private static bool IsIn(ProgramDocument document, string path) => document.File!.Replace('\\', '/').EndsWith("/" + path, StringComparison.Ordinal);

    private static bool IsLike(string field, string name) =>
        field.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).SequenceEqual(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static string PlaceOf(LiteralChange change) => $"{change.Literal.Document.Shown}({change.Literal.Line})";
}
