namespace GitOps.Mutants;

/// <summary>The example with one fault.</summary>
/// <param name="Kind">What was done, the same for all of its kind.</param>
/// <param name="What">Where and how, for a reader.</param>
/// <param name="Edits">The files that differ, by path below the example: their text, or <see langword="null"/> where they are gone.</param>
internal sealed record Mutant(string Kind, string What, IReadOnlyDictionary<string, string?> Edits)
{
    /// <summary>Of a file that came from elsewhere, its path before: the compiler is told of it what it was told of that.</summary>
    public IReadOnlyDictionary<string, string> MovedFrom { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the fault takes effect in a cluster only by what the compiler cannot know; it may survive the build, and synth is asked.</summary>
    public bool IsForSynth { get; init; }

    public static Mutant Edited(string kind, string what, string path, string? text) => new(kind, $"{path}: {what}", new Dictionary<string, string?> { [path] = text });
}
