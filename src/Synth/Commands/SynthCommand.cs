namespace GitOps;

/// <summary>A command over the author's own project and the repository that it lies in.</summary>
internal abstract record SynthCommand : ConsoleCommand
{
    public abstract int Run(CommandContext context);
}
