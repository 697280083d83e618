using System.CommandLine;

namespace GitOps;

/// <summary>The commands that need no project, and their options.</summary>
internal static class ToolGrammar
{
    /// <param name="run">Runs the command that was asked for.</param>
    public static void AddTo(Command root, Func<ParseResult, ToolCommand, int> run)
    {
        root.Subcommands.Add(Validate(run));
        root.Subcommands.Add(Substitute(run));
        root.Subcommands.Add(Explain(run));
    }

    private static Command Validate(Func<ParseResult, ToolCommand, int> run)
    {
        var path = new Argument<string?>("PATH") { Description = "The repository, or a folder in it; the one you stand in unless given", Arity = ArgumentArity.ZeroOrOne };
        var roots = Many("--root", "FOLDER", "Where Flux starts, relative to the repository, one for each cluster; it is looked for unless given");
        var crds = Many("--crd", "FILE", "CustomResourceDefinitions beside those in the repository");
        var values = Many("--values-schema", "CHART=FILE", "The schema of a chart's values (its values.schema.json); a FILE without CHART is one that others refer to");
        var only = Many("--only", "ID", "Only these rules: GOPS2001, 2001, or a range as 2xxx");
        var format = Word<ReportFormat>("--format", "For whom it is printed: text for people; msbuild, json, sarif (2.1.0) or github for tools");
        var severity = Word<FindingSeverity>("--severity", "Print no less than this; what is not printed still counts");
        var build = new Option<bool>("--build") { Description = "Build every Kustomization with the installed kubectl or kustomize as well, and judge what comes out" };
        var command = new Command("validate", "Judge a repository as Flux and the API server would; exits with 1 when something is certainly wrong") { path, roots, format, severity, only, crds, values, build };
        command.SetAction(parsed => run(parsed, new ValidateCommand(new ValidateOptions
        {
            Path = parsed.GetValue(path),
            Roots = parsed.GetValue(roots) ?? [],
            Crds = parsed.GetValue(crds) ?? [],
            ValuesSchemas = parsed.GetValue(values) ?? [],
            Only = parsed.GetValue(only) ?? [],
            Format = Value<ReportFormat>(parsed.GetValue(format)),
            Severity = Value<FindingSeverity>(parsed.GetValue(severity)),
            Build = parsed.GetValue(build),
        })));
        return command;
    }

    private static Command Substitute(Func<ParseResult, ToolCommand, int> run)
    {
        var file = new Argument<string>("FILE") { Description = "YAML with one or more objects; '-' reads what is piped in" };
        var variables = Many("--var", "NAME=VALUE", "A variable");
        var files = Many("--var-file", "FILE", "The variables of the ConfigMaps and Secrets in this YAML; a later file wins, and --var over all");
        var unset = new Option<bool>("--allow-unset") { Description = "Let a variable that is not set be empty, as Flux before 2.9 did" };
        var always = new Option<bool>("--always") { Description = "Substitute without any variable too, as 'substituteStrategy: Always' says" };
        var text = new Option<bool>("--text") { Description = "Take the file for bare text and not for objects" };
        var command = new Command("substitute", "Print what Flux's substitution makes of the objects in a file, quotes, types and all") { file, variables, files, unset, always, text };
        command.SetAction(parsed => run(parsed, new SubstituteCommand(parsed.GetRequiredValue(file))
        {
            Variables = parsed.GetValue(variables) ?? [],
            Files = parsed.GetValue(files) ?? [],
            AllowUnset = parsed.GetValue(unset),
            Always = parsed.GetValue(always),
            IsText = parsed.GetValue(text),
        }));
        return command;
    }

    private static Command Explain(Func<ParseResult, ToolCommand, int> run)
    {
        var id = new Argument<string>("ID") { Description = "GOPS2001, or 2001" };
        var command = new Command("explain", "Print the help page of a rule: what it means, why Flux minds, what to do") { id };
        command.SetAction(parsed => run(parsed, new ExplainCommand(parsed.GetRequiredValue(id))));
        return command;
    }

    /// <summary>An option of a few words, in small letters as everything on a command line.</summary>
    private static Option<string> Word<TEnum>(string name, string description)
        where TEnum : struct, Enum
    {
        var words = Enum.GetNames<TEnum>().Select(static word => word.ToLowerInvariant()).ToArray();
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', words), DefaultValueFactory = _ => words[0] };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    private static TEnum Value<TEnum>(string? word)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(word!, ignoreCase: true);

    private static Option<string[]> Many(string name, string what, string description) => new(name)
    {
        Description = description,
        HelpName = what,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };
}
