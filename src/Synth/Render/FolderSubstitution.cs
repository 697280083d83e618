namespace GitOps;

/// <summary>How often Flux substitutes what one folder builds: an app's once if it has variables, a namespace's as the root does, a component's as each of its users does.</summary>
/// <param name="passes">For an object that is not taken out; of users that differ, the most.</param>
internal sealed class FolderSubstitution(int passes, SubstitutionMarker marker)
{
    public int Passes { get; } = passes;

    public SubstitutionMarker Marker { get; } = marker;

    /// <summary>Two users for whom Flux makes a different number of passes, the one with more first; a literal dollar cannot be written for both.</summary>
    public (string With, string Without)? Differing { get; init; }

    /// <summary>Patches whose literal dollars depend on which objects they reach; objects are kept for them only.</summary>
    public IReadOnlyList<Patch> LiteralPatches { get; init; } = [];

    private readonly List<PatchableObject> objects = [];

    /// <summary>Remembers an object that patches may reach.</summary>
    public void Add(Func<PatchableObject> item)
    {
        if (LiteralPatches.Count > 0)
            objects.Add(item());
    }

    /// <summary>
    /// The passes over what a patch puts into objects: none when all that it reaches are taken out of substitution; <see langword="null"/> when some are and some are not.
    /// </summary>
    public int? PassesOf(Patch patch)
    {
        if (Passes == 0 || !LiteralDollars.In(patch.Text))
            return Passes;
        var targets = PatchTargets.Of(patch);
        var reached = objects.Where(targets.Reach).Select(static item => item.IsOff).Distinct().ToArray();
        return reached switch { [] => Passes, [var isOff] => isOff ? 0 : Passes, _ => null };
    }

    public static bool HoldsLiteral(Patch patch) => LiteralDollars.In(patch.Text);
}
