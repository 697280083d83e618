namespace GitOps;

/// <summary>A reference that leads nowhere. Synth reports it at the line that made the reference.</summary>
public sealed class ReferenceException : Exception
{
    internal ReferenceException(string message, SourcePlace place)
        : base(message) => Place = place;

    internal SourcePlace Place { get; }

    /// <summary>The rule that it breaks, where it is a rule of its own.</summary>
    internal string? Id { get; init; }
}
