using System.CommandLine;

namespace GitOps;

/// <summary>The commands of <c>dotnet run</c>: reads the command line, renders, and hands over to the command.</summary>
internal static class CommandLineApp
{
    public static Task<int> RunAsync(Func<RenderOptions, RenderResult> render, string[] args, CommandLineHost? host = null, CancellationToken cancellation = default)
    {
        host ??= new CommandLineHost();
        var output = new CommandOutput(host);
        return Task.FromResult(CommandGuard.Run(output, "every file stands as it was or as it will be, and the next synth goes on", () => Run(render, WithHelpAsOption(args), host, output, cancellation)));
    }

    private static int Run(Func<RenderOptions, RenderResult> render, string[] args, CommandLineHost host, CommandOutput output, CancellationToken cancellation)
    {
        if (Bare(args) is { } bare) return Invoke(render, bare, host, output, cancellation);
        var parsed = CommandLineGrammar.Build(command => Invoke(render, command, host, output, cancellation)).Parse(args);
        if (parsed.Errors.Count == 0)
            return parsed.Invoke(new InvocationConfiguration { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false });
        foreach (var error in parsed.Errors) output.Error($"gitops: {error.Message}");
        output.Error("gitops: 'help' lists the commands, 'help COMMAND' its options");
        return ExitCodes.Usage;
    }

    /// <summary>The everyday commands without options: loading the parser for them would cost more than the whole work of a small project.</summary>
    private static ConsoleCommand? Bare(string[] args) => args switch
    {
        ["synth"] => new WriteCommand(new SynthOptions()),
        ["validate"] => new ValidateCommand(new ValidateOptions()),
        ["check"] => new CheckCommand(new SynthOptions()),
        _ => null,
    };

    private static int Invoke(Func<RenderOptions, RenderResult> render, ConsoleCommand command, CommandLineHost host, CommandOutput output, CancellationToken cancellation)
    {
        (output.Quiet, output.Detailed) = (command.Quiet, command.Detailed);
        if (command is ToolCommand tool) return tool.Run(new ToolContext(host, output, cancellation));
        if (RepositoryRoot.Find(host.StartFolder) is not { } root)
        {
            output.Findings([new Finding(RuleIds.NoRepository, FindingSeverity.Error,
                $"no repository: neither '.git' nor '{RepositoryRoot.MarkerFile}' stands in '{host.StartFolder}' or above; run 'git init', or make an empty '{RepositoryRoot.MarkerFile}' at the root")]);
            return ExitCodes.Findings;
        }
        var disk = host.OpenDisk(root);
        var options = new RenderOptions(new RepositoryFiles(disk)) { ReadProjectFile = ProjectFiles.ReaderFor(host.ProjectFolder) };
        return ((SynthCommand)command).Run(new CommandContext(disk, () => render(options), output, cancellation) { Host = host, Root = root, RenderOptions = options });
    }

    /// <summary><c>help</c> works as a word, for <c>dotnet run</c> keeps <c>--help</c> for itself.</summary>
    private static string[] WithHelpAsOption(string[] args) => args switch
    {
        [] => ["--help"],
        ["help", .. var rest] => [.. rest, "--help"],
        [.. var rest, "help"] => [.. rest, "--help"],
        _ => args,
    };
}
