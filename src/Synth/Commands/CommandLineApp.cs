using System.CommandLine;

namespace GitOps;

/// <summary>The commands of <c>dotnet run</c>: reads the command line, renders, and hands over to the command.</summary>
internal static class CommandLineApp
{
    public static Task<int> RunAsync(Func<RenderOptions, RenderResult> render, string[] args, CommandLineHost? host = null, CancellationToken cancellation = default)
    {
        host ??= new CommandLineHost();
        var output = new CommandOutput(host);
        return Task.FromResult(Guarded(output, () => Run(render, WithHelpAsOption(args), host, output, cancellation)));
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
    private static SynthCommand? Bare(string[] args) => args switch
    {
        ["synth"] => new WriteCommand(new SynthOptions()),
        ["check"] => new CheckCommand(new SynthOptions()),
        _ => null,
    };

    private static int Invoke(Func<RenderOptions, RenderResult> render, SynthCommand command, CommandLineHost host, CommandOutput output, CancellationToken cancellation)
    {
        (output.Quiet, output.Detailed) = (command.Quiet, command.Detailed);
        if (RepositoryRoot.Find(host.StartFolder) is not { } root)
        {
            output.Findings([new Finding(RuleIds.NoRepository, FindingSeverity.Error,
                $"no repository: neither '.git' nor '{RepositoryRoot.MarkerFile}' stands in '{host.StartFolder}' or above; run 'git init', or make an empty '{RepositoryRoot.MarkerFile}' at the root")]);
            return ExitCodes.Findings;
        }
        var disk = host.OpenDisk(root);
        var options = new RenderOptions(new RepositoryFiles(disk)) { ReadProjectFile = ProjectFiles.ReaderFor(host.ProjectFolder) };
        return command.Run(new CommandContext(disk, () => render(options), output, cancellation) { Host = host });
    }

    /// <summary><c>help</c> works as a word, for <c>dotnet run</c> keeps <c>--help</c> for itself.</summary>
    private static string[] WithHelpAsOption(string[] args) => args switch
    {
        [] => ["--help"],
        ["help", .. var rest] => [.. rest, "--help"],
        [.. var rest, "help"] => [.. rest, "--help"],
        _ => args,
    };

    /// <summary>No exception ever reaches the user bare.</summary>
    private static int Guarded(CommandOutput output, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (OperationCanceledException)
        {
            output.Error("gitops: interrupted; every file stands as it was or as it will be, and the next synth goes on");
            return ExitCodes.Findings;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            output.Findings([new Finding(RuleIds.DiskRefused, FindingSeverity.Error, $"the disk refuses: {refusal.Message}")]);
            return ExitCodes.Findings;
        }
        catch (Exception bug)
        {
            var more = output.Detailed ? "" : "; --detailed shows where";
            output.Findings([new Finding(RuleIds.InternalError, FindingSeverity.Error,
                $"GitOps.Sdk itself failed, please report it: {bug.GetType().Name}: {bug.Message.ReplaceLineEndings(" ")}{more}")]);
            if (output.Detailed) output.Error(bug.ToString());
            return ExitCodes.InternalError;
        }
    }
}
