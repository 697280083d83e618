using System.CommandLine;

namespace GitOps;

/// <summary>The commands of a project's program and their options.</summary>
internal static class CommandLineGrammar
{
    /// <param name="run">Runs the command that was asked for.</param>
    public static RootCommand Build(Func<ConsoleCommand, int> run)
    {
        var shared = new SharedOptions();
        var adopt = new Option<bool>("--adopt") { Description = "Take over files that stand in the way and that synth did not write; prints how they differ" };
        var overwrite = new Option<string[]>("--overwrite")
        {
            Description = "Give up edits by hand: all of them, or those in the files and folders named",
            HelpName = "PATH",
            Arity = ArgumentArity.ZeroOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        var allowPrune = new Option<string[]>("--allow-prune")
        {
            Description = "Let this Kustomization or object disappear, with the data that it holds",
            HelpName = "NAMESPACE/NAME",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        var root = new RootCommand("Writes the tree that Flux reads from the apps of this project.\n\n"
            + "With 'dotnet run', write the command after it: 'dotnet run synth'. 'dotnet run' keeps '--help' for itself: write 'dotnet run help', 'dotnet run synth help', or 'dotnet run -- synth --help'.")
        {
            shared.Quiet,
            shared.Detailed,
        };

        Add("synth", "Write what changed, delete what synth wrote before and is no longer planned", [adopt, overwrite, allowPrune], null,
            parsed => new WriteCommand(Options(parsed)));
        Add("check", "Say whether the tree is up to date; writes nothing, exits with 1 when it is not", [adopt, overwrite, allowPrune], null,
            parsed => new CheckCommand(Options(parsed)));
        Add("diff", "Print in full what synth would change; writes nothing, exits with 1 when something would", [adopt, overwrite, allowPrune], null,
            parsed => new DiffCommand(Options(parsed)));
        var accepted = new Argument<string[]>("PATH") { Description = "Files and folders of the tree, from the repository's root; all when none is named", Arity = ArgumentArity.ZeroOrMore };
        // An option that does not exist would be taken for a path.
        accepted.Validators.Add(static given =>
        {
            foreach (var token in given.Tokens)
                if (token.Value.StartsWith('-'))
                    given.AddError($"Unrecognized command or argument '{token.Value}'.");
        });
        Add("accept", "Write values that were edited in the tree back into the C# literals that they came from", [], accepted,
            parsed => new AcceptCommand(Array.ConvertAll(parsed.GetValue(accepted) ?? [], FromRoot)));
        Add("list", "List the Kustomizations, their folders and their C# lines", [], null, static _ => new ListCommand());
        var what = new Argument<string>("WHAT") { Description = "media/HelmRelease/sonarr, Namespace/media, media/sonarr for a Kustomization, or a file of the tree" };
        Add("where", "Say which C# line an object or a file comes from", [], what, parsed => new WhereCommand(parsed.GetRequiredValue(what)));
        var which = new Argument<string>("KUSTOMIZATION") { Description = "media/sonarr" };
        Add("show", "Print what a Kustomization applies, with the variables that are known and where they come from", [], which, parsed => new ShowCommand(parsed.GetRequiredValue(which)));
        root.Subcommands.Add(CrdsGrammar.Build((parsed, command) => run(shared.Apply(parsed, command))));
        ToolGrammar.AddTo(root, (parsed, command) => run(shared.Apply(parsed, command)));
        return root;

        SynthOptions Options(ParseResult parsed)
        {
            var paths = parsed.GetValue(overwrite) ?? [];
            var isGiven = parsed.GetResult(overwrite) is { Implicit: false };
            return new SynthOptions
            {
                Adopt = parsed.GetValue(adopt),
                OverwriteAll = isGiven && paths.Length == 0,
                Overwrite = Array.ConvertAll(paths, FromRoot),
                AllowPrune = parsed.GetValue(allowPrune) ?? [],
            };
        }

        static string FromRoot(string path) => path.Replace('\\', '/').TrimEnd('/') is var trimmed && trimmed.StartsWith("./", StringComparison.Ordinal) ? trimmed[2..] : trimmed;

        void Add(string name, string description, Option[] options, Argument? argument, Func<ParseResult, SynthCommand> make)
        {
            var command = new Command(name, description);
            foreach (var option in options) command.Options.Add(option);
            if (argument is not null) command.Arguments.Add(argument);
            command.SetAction(parsed => run(shared.Apply(parsed, make(parsed))));
            root.Subcommands.Add(command);
        }
    }
}
