namespace GitOps;

/// <summary>A command with the options that all share.</summary>
internal abstract record SynthCommand
{
    public bool Quiet { get; init; }

    public bool Detailed { get; init; }

    public abstract int Run(CommandContext context);
}
