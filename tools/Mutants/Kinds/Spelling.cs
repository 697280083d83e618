namespace GitOps.Mutants;

/// <summary>The slips of a hand.</summary>
internal static class Spelling
{
    /// <summary>A name with two of its letters swapped, or one left out where they are alike.</summary>
    public static string Wrong(string name)
    {
        for (var at = name.Length / 2; at > 0; at--)
            if (name[at] != name[at - 1] && char.IsLetter(name[at]) && char.IsLetter(name[at - 1]))
                return string.Concat(name.AsSpan(0, at - 1), name.AsSpan(at, 1), name.AsSpan(at - 1, 1), name.AsSpan(at + 1));
        return name.Length > 2 ? name[..^1] : name + "x";
    }
}
