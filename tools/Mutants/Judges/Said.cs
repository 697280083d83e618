namespace GitOps.Mutants;

/// <summary>One thing that is said of a mutant.</summary>
internal readonly record struct Said(string Id, string Message)
{
    public bool IsOurs => Id.StartsWith("GOPS", StringComparison.Ordinal);

    public override string ToString() => $"{Id}: {Message}";
}
