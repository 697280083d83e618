using System.CommandLine;
using System.CommandLine.Help;

namespace GitOps;

/// <summary>The .NET tool <c>gitops</c>: the commands that need no project.</summary>
internal static class ToolApp
{
    public static int Run(string[] args, CommandLineHost? host = null, CancellationToken cancellation = default)
    {
        host ??= new CommandLineHost();
        var output = new CommandOutput(host);
        return CommandGuard.Run(output, "nothing was written", () => Run(args, new ToolContext(host, output, cancellation)));
    }

    private static int Run(string[] args, ToolContext context) => args switch
    {
        // Without options the parser would cost more than it gives: loading it is a tenth of a second.
        ["validate"] => Run(new ValidateCommand(new ValidateOptions()), context),
        ["validate", [not '-', ..] path] when path != "help" => Run(new ValidateCommand(new ValidateOptions { Path = path }), context),
        [] => Parse(["--help"], context),
        ["help", .. var rest] => Parse([.. rest, "--help"], context),
        [.. var rest, "help"] => Parse([.. rest, "--help"], context),
        _ => Parse(args, context),
    };

    private static int Parse(string[] args, ToolContext context)
    {
        var (output, host) = (context.Output, context.Host);
        var shared = new SharedOptions();
        // Not a RootCommand: that would be called after the assembly and not after the tool.
        var root = new Command("gitops", "Judges the YAML that Flux reads: what does not build, is not applied, or is never ready, before you push it.")
        {
            shared.Quiet,
            shared.Detailed,
            new HelpOption(),
            new VersionOption(),
        };
        ToolGrammar.AddTo(root, (parsed, command) => Run(shared.Apply(parsed, command), context));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return parsed.Invoke(new InvocationConfiguration { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false });
        foreach (var error in parsed.Errors) output.Error($"gitops: {error.Message}");
        output.Error("gitops: 'help' lists the commands, 'help COMMAND' its options");
        return ExitCodes.Usage;
    }

    private static int Run(ToolCommand command, ToolContext context)
    {
        (context.Output.Quiet, context.Output.Detailed) = (command.Quiet, command.Detailed);
        return command.Run(context);
    }
}
