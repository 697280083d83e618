namespace GitOps.Mutants;

/// <summary>What was said of a mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Compiler">The errors of the compiler itself.</param>
/// <param name="Analyzers">The errors of the SDK's generators and analyzers.</param>
/// <param name="Synth">The errors of synth with the analyzers switched off; <see langword="null"/> where the code does not compile without them either.</param>
internal sealed record Verdict(Mutant Mutant, IReadOnlyList<Said> Compiler, IReadOnlyList<Said> Analyzers, IReadOnlyList<Said>? Synth)
{
    public bool FailsBuild => Compiler.Count > 0 || Analyzers.Count > 0;

    /// <summary>Where it is stopped first.</summary>
    public string KilledBy => Compiler.Count > 0 ? "CS" : Analyzers.Count > 0 ? "GOPS" : Synth is { Count: > 0 } ? "synth" : "survived";

    // Faults of the C# itself, which leave no trace in what synth sees: a method on a placeholder, a doubled dollar, a mode written in octal digits.
    private static readonly HashSet<string> OfCodeAlone = new(StringComparer.Ordinal) { "GOPS2011", "GOPS2013", "GOPS5015" };

    /// <summary>What an analyzer said and synth did not say with the same id and words.</summary>
    public IEnumerable<Said> NotSaidBySynth => Compiler.Count > 0 || Synth is null ? [] : Analyzers.Where(said => !OfCodeAlone.Contains(said.Id) && !Synth.Contains(said));
}
