namespace GitOps;

/// <summary>A command with the options that all share.</summary>
internal abstract record ConsoleCommand
{
    public bool Quiet { get; init; }

    public bool Detailed { get; init; }
}
