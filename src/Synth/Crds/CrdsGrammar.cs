using System.CommandLine;

namespace GitOps;

/// <summary>The <c>crds</c> commands and their options.</summary>
internal static class CrdsGrammar
{
    /// <param name="run">Runs a command with the options that all share.</param>
    public static Command Build(Func<ParseResult, SynthCommand, int> run)
    {
        var into = new Option<string>("--into") { Description = "The folder they are written to, relative to the project; 'crds' is where the build looks by itself", HelpName = "FOLDER" };
        var from = new Option<string>("--in") { Description = "The folder that is looked into, relative to the project; 'crds' unless given", HelpName = "FOLDER" };
        var context = new Option<string>("--context") { Description = "The context of kubectl's configuration; its current one unless given", HelpName = "NAME" };
        var sources = new Argument<string[]>("FILE|URL") { Description = "YAML with CustomResourceDefinitions, such as an operator's release; what else it holds is left out", Arity = ArgumentArity.OneOrMore };
        var groups = new Argument<string[]>("GROUP") { Description = "An API group, with those below it: cert-manager.io is acme.cert-manager.io too; all groups unless given", Arity = ArgumentArity.ZeroOrMore };

        var add = new Command("add", "Bring CustomResourceDefinitions from files or URLs into the project, one to a file") { sources, into };
        add.SetAction(parsed => run(parsed, new CrdsAddCommand(parsed.GetRequiredValue(sources), parsed.GetValue(into))));
        var fromCluster = new Command("from-cluster", "Bring CustomResourceDefinitions from a cluster, through kubectl") { groups, context, into };
        fromCluster.SetAction(parsed => run(parsed, new CrdsFromClusterCommand(parsed.GetValue(groups) ?? [], parsed.GetValue(context), parsed.GetValue(into))));
        var list = new Command("list", "List the kinds that the project has from its definitions, with their classes") { from };
        list.SetAction(parsed => run(parsed, new CrdsListCommand(parsed.GetValue(from))));
        return new Command("crds", "Bring CustomResourceDefinitions into the project, whose build makes classes of them") { add, fromCluster, list };
    }
}
