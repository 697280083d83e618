using System.Text;

namespace GitOps;

/// <summary><c>show</c>: what a Kustomization applies, with the variables that are known put in. kustomize's own work (patches, namespaces) is not done here.</summary>
internal sealed record ShowCommand(string Which) : SynthCommand
{
    public override int Run(CommandContext context)
    {
        if (context.Plan() is not { } plan) return ExitCodes.Findings;
        PlannedKustomization? wanted = null;
        foreach (var kustomization in plan.Kustomizations)
            if (kustomization.Address == Which) wanted = kustomization;
        if (wanted is null)
        {
            context.Output.Error($"gitops: no Kustomization is called '{Which}'; 'list' names them all");
            return ExitCodes.Findings;
        }
        var output = context.Output;
        output.Result($"# {wanted.Address} from {wanted.Place}");
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var variable in wanted.Variables)
        {
            output.Result($"# {variable.Name} = {variable.Value?.ReplaceLineEndings("\\n") ?? "(not in Git)"}    {variable.Origin}", Tone.Faint);
            if (variable.Value is not null) known[variable.Name] = variable.Value;
        }
        foreach (var folder in wanted.Folders)
            foreach (var (path, content) in Files(context, plan, folder))
                Print(output, path, Encoding.UTF8.GetString(content.Span), known, substitutes: wanted.Variables.Count > 0);
        return ExitCodes.Done;
    }

    private static void Print(CommandOutput output, string path, string text, Dictionary<string, string> known, bool substitutes)
    {
        output.Result($"# {path}", Tone.Faint);
        // What is not known stays as it is written; a text that Flux could not read is shown as it stands.
        if (substitutes && SubstitutionEvaluator.Evaluate(SubstitutionText.Parse(text), name => known.GetValueOrDefault(name, $"${{{name}}}")).Value is { } substituted) text = substituted;
        foreach (var line in text.TrimEnd('\n').Split('\n')) output.Result(line);
    }

    private static SortedDictionary<string, ReadOnlyMemory<byte>> Files(CommandContext context, TreePlan plan, string folder)
    {
        var files = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var (path, kind) in context.Disk.Walk(folder))
            if (kind == DiskEntryKind.File && IsShown(path)) files[path] = context.Disk.Read(path);
        foreach (var file in plan.Files)
            if (TreePath.IsIn(file.Path, folder) && IsShown(file.Path)) files[file.Path] = file.Content;
        return files;
    }

    private static bool IsShown(string path) =>
        (path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal)) && TreePath.FileOf(path) is not ("kustomization.yaml" or "kustomization.yml");
}
