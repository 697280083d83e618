namespace GitOps;

/// <summary>A command that needs no project: the tool <c>gitops</c> has it, and every project's program too.</summary>
internal abstract record ToolCommand : ConsoleCommand
{
    public abstract int Run(ToolContext context);
}

/// <summary>What such a command works with.</summary>
internal sealed record ToolContext(CommandLineHost Host, CommandOutput Output, CancellationToken Cancellation)
{
    /// <summary>A path of the command line as a full one.</summary>
    public string Full(string path) => System.IO.Path.GetFullPath(path, Host.WorkingFolder ?? Environment.CurrentDirectory);
}
