namespace GitOps;

/// <summary><c>crds list</c>: the kinds of the definitions in the project, and the classes that they are.</summary>
internal sealed record CrdsListCommand(string? From) : SynthCommand
{
    public override int Run(CommandContext context)
    {
        var findings = new List<Finding>();
        var rows = new List<string[]>();
        if (CrdFolder.Open(context, From, findings) is { } folder)
        {
            foreach (var path in folder.Files())
            {
                var model = SchemaReader.Read(path, folder.TextOf(path), new SchemaReadOptions { KeepTexts = false }, context.Cancellation);
                findings.AddRange(model.Faults.Select(static fault => SchemaFindings.ToFinding(fault)));
                foreach (var kind in model.Kinds)
                    rows.Add([$"{kind.ApiVersion}/{kind.Kind}", kind.Name.ToString() + (kind.Deprecated ? " (deprecated)" : ""), path]);
            }
            if (rows.Count == 0 && findings.Count == 0)
                context.Output.Info($"there is no definition in '{folder.Path}'; 'crds add FILE|URL' and 'crds from-cluster' bring some");
        }
        Print(context, rows);
        context.Output.Findings(findings);
        return findings.Exists(static finding => finding.Severity == FindingSeverity.Error) ? ExitCodes.Findings : ExitCodes.Done;
    }

    private static void Print(CommandContext context, List<string[]> rows)
    {
        rows.Sort(static (a, b) => string.CompareOrdinal(a[0], b[0]));
        var (first, second) = (0, 0);
        foreach (var row in rows)
            (first, second) = (Math.Max(first, row[0].Length), Math.Max(second, row[1].Length));
        foreach (var row in rows)
            context.Output.Result($"{row[0].PadRight(first)}  {row[1].PadRight(second)}  {row[2]}");
    }
}
