namespace GitOps;

/// <summary>A literal of the author's code, or the text between two holes of an interpolated string.</summary>
/// <param name="Document">Its file, as the compiler names it.</param>
/// <param name="Start">Where its token begins in the file.</param>
/// <param name="Line">The line, from 1.</param>
internal sealed record SourceLiteral(ProgramDocument Document, int Start, int Line, LiteralKind Kind)
{
    /// <summary>The token as it stands in the file.</summary>
    public required string Source { get; init; }

    /// <summary>What it says, lines ended by LF alone.</summary>
    public required string Value { get; init; }

    /// <summary>Where in <see cref="Source"/> each character of <see cref="Value"/> begins; one more for the end.</summary>
    public required IReadOnlyList<int> Offsets { get; init; }

    /// <summary>The braces in a row that would open a hole; 0 where none do.</summary>
    public int HoleBraces { get; init; }

    /// <summary>The quotes in a row that would end a raw literal.</summary>
    public int Quotes { get; init; }

    /// <summary>What every line of a raw literal begins with.</summary>
    public string Indentation { get; init; } = "";

    /// <summary>The names of what it is assigned to, the innermost first: fields, keys, parameters.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}
