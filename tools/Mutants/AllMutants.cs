namespace GitOps.Mutants;

/// <summary>All single faults that the example can be given, and a choice of them.</summary>
internal static class AllMutants
{
    public static IReadOnlyList<Mutant> Of(Example example)
    {
        var codes = Code.All(example);
        return
        [
            .. new GraphKinds(codes).All(),
            .. new FieldKinds(codes).All(),
            .. new TextKinds(codes).All(),
            .. new TreeKinds(example).All(),
        ];
    }

    /// <summary>
    /// So many of them, the same for the same seed: one of each kind in turn, for a kind with hundreds of places says no more than one with three; each kind in
    /// an order of its own.
    /// </summary>
    public static IReadOnlyList<Mutant> Choose(IReadOnlyList<Mutant> all, int count, int seed)
    {
        var random = new Random(seed);
        var kinds = all.GroupBy(static mutant => mutant.Kind, StringComparer.Ordinal).OrderBy(static kind => kind.Key, StringComparer.Ordinal).Select(kind =>
        {
            var shuffled = kind.ToArray();
            random.Shuffle(shuffled);
            return new Queue<Mutant>(shuffled);
        }).ToList();
        var chosen = new List<Mutant>();
        while (chosen.Count < count && kinds.Any(static kind => kind.Count > 0))
            foreach (var kind in kinds)
                if (chosen.Count < count && kind.TryDequeue(out var next))
                    chosen.Add(next);
        return chosen;
    }
}
