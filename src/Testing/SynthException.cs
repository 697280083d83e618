namespace GitOps;

/// <summary>A cluster that cannot be rendered: the message holds every finding, a line each, as <c>synth</c> prints them.</summary>
public sealed class SynthException : Exception
{
    internal SynthException(string message)
        : base(message)
    {
    }
}
