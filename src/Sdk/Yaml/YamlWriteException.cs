namespace GitOps;

/// <summary>Something was given to a <see cref="YamlWriter"/> that no YAML document can hold: half a surrogate pair, a number that is none, or nesting without end.</summary>
public sealed class YamlWriteException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What cannot be written, and what to do about it.</param>
    public YamlWriteException(string message)
        : base(message)
    {
    }
}
