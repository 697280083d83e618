namespace GitOps;

/// <summary>A part of a regular expression.</summary>
internal abstract record Re2Node
{
    /// <summary>One code point of a set.</summary>
    public sealed record One(Re2Class Set) : Re2Node;

    /// <summary>A place, not a character.</summary>
    public sealed record Place(Re2Place Kind) : Re2Node;

    public sealed record Sequence(IReadOnlyList<Re2Node> Parts) : Re2Node;

    public sealed record Choice(IReadOnlyList<Re2Node> Ways) : Re2Node;

    /// <param name="Most">-1 for any number.</param>
    /// <param name="IsCounted">Written with braces.</param>
    public sealed record Repeat(Re2Node Part, int Least, int Most, bool IsGreedy, bool IsCounted) : Re2Node;
}

internal enum Re2Place
{
    TextStart,
    TextEnd,
    LineStart,
    LineEnd,
    WordBoundary,
    NoWordBoundary,
}
