namespace GitOps;

/// <summary><c>where</c>: from an object or a file to its C# line.</summary>
internal sealed record WhereCommand(string What) : SynthCommand
{
    public override int Run(CommandContext context)
    {
        if (context.Plan() is not { } plan) return ExitCodes.Findings;
        var found = false;
        var path = What.StartsWith("./", StringComparison.Ordinal) ? What[2..] : What;
        foreach (var file in plan.Files)
        {
            if (file.Path == path) Found(file.Place, file.Path);
            foreach (var item in file.Objects)
                if (Matches(item)) Found(item.Place ?? file.Place, file.Path);
        }
        if (found) return ExitCodes.Done;
        context.Output.Error($"gitops: nothing in the plan is called '{What}'{Suggestion(plan)}");
        return ExitCodes.Findings;

        void Found(FindingPlace? place, string file)
        {
            found = true;
            context.Output.Result($"{place?.ToString() ?? "(no C# line)"}: {file}");
        }
    }

    // A kind is a word that people do not write in one way: its case does not matter.
    private bool Matches(PlannedObject item) =>
        string.Equals(item.Address, What, StringComparison.OrdinalIgnoreCase)
        || (item.Kind == "Kustomization" && item.Namespace is not null && What == $"{item.Namespace}/{item.Name}");

    private string Suggestion(TreePlan plan)
    {
        var name = TreePath.FileOf(What);
        foreach (var file in plan.Files)
            foreach (var item in file.Objects)
                if (item.Name == name) return $"; did you mean '{item.Address}'?";
        return "; 'list' names the Kustomizations";
    }
}
