using System.Text;

namespace GitOps;

/// <summary><c>show</c>: what a Kustomization applies, with the variables that are known put in and where each comes from. kustomize's own work (patches, namespaces) is not done here.</summary>
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

        var files = wanted.Folders.SelectMany(folder => Files(context, plan, folder)).Select(static file => (Path: file.Key, Documents: Documents(Encoding.UTF8.GetString(file.Value.Span)))).ToArray();
        var variables = new SortedDictionary<string, PlannedVariable>(StringComparer.Ordinal);
        foreach (var variable in wanted.Variables) variables[variable.Name] = variable;
        var required = new HashSet<string>(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        if (wanted.IsSubstituted)
            foreach (var (path, documents) in files)
                foreach (var document in documents.Where(static document => !document.IsOff))
                    foreach (var expression in document.Text.Expressions)
                    {
                        used.Add(expression.Name);
                        if (expression.IsRequired) required.Add(expression.Name);
                        if (expression.HasDefault) variables.TryAdd(expression.Name, new PlannedVariable(expression.Name, expression.DefaultIn(document.Text.Text), $"default in {TreePath.FolderOf(path)}") { IsDefault = true });
                    }

        var output = context.Output;
        output.Result($"# {wanted.Address} from {wanted.Place}");
        // What a source could give and nothing takes says nothing of this Kustomization.
        foreach (var variable in variables.Values)
            if (variable.Value is not null || used.Contains(variable.Name))
                output.Result($"# {variable.Name} = {variable.Value?.ReplaceLineEndings("\\n") ?? "(not in Git)"}    {variable.Origin}", Tone.Faint);
        foreach (var (path, documents) in files)
        {
            output.Result($"# {path}", Tone.Faint);
            foreach (var document in documents)
                foreach (var line in (wanted.IsSubstituted && !document.IsOff ? Substituted(document.Text, variables, required) : document.Text.Text).TrimEnd('\n').Split('\n')) output.Result(line);
        }

        return ExitCodes.Done;
    }

    // What is not known stays as it is written; a text that Flux could not read is shown as it stands.
    private static string Substituted(SubstitutionText text, SortedDictionary<string, PlannedVariable> variables, HashSet<string> required) =>
        SubstitutionEvaluator.Evaluate(text, name =>
            variables.TryGetValue(name, out var variable) && !variable.IsDefault ? variable.Value ?? $"${{{name}}}" : required.Contains(name) ? $"${{{name}}}" : null).Value ?? text.Text;

    // Each object is substituted, or taken out of it, by itself.
    private static List<(SubstitutionText Text, bool IsOff)> Documents(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf("\n---\n", StringComparison.Ordinal); at >= 0; at = text.IndexOf("\n---\n", at + 1, StringComparison.Ordinal)) starts.Add(at + 1);
        var documents = new List<(SubstitutionText, bool)>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var document = text[starts[i]..(i + 1 < starts.Count ? starts[i + 1] : text.Length)];
            var isOff = document.Contains(SubstitutionSwitch.Disabled, StringComparison.Ordinal) && YamlFile.Read(document).Documents is [{ Mapping: { } root }] && RenderedTexts.IsOff(root);
            documents.Add((SubstitutionText.Parse(document), isOff));
        }

        return documents;
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
