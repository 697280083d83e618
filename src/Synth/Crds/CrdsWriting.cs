namespace GitOps;

/// <summary>The last half of <c>crds add</c> and <c>crds from-cluster</c>: compare, then write all or nothing, and say what changed.</summary>
internal static class CrdsWriting
{
    public static int Run(CommandContext context, string? into, IReadOnlyList<CrdFile> wanted, List<Finding> findings)
    {
        var folder = CrdFolder.Open(context, into, findings);
        var changes = folder is null || HasErrors(findings) ? [] : folder.Compare(wanted, findings);
        findings.Sort(FindingOrder.Compare);
        context.Output.Findings(findings);
        if (HasErrors(findings))
        {
            context.Output.Error("gitops: nothing was written");
            return ExitCodes.Findings;
        }
        folder!.Write(changes);
        Print(context, folder, changes);
        return ExitCodes.Done;
    }

    private static void Print(CommandContext context, CrdFolder folder, IReadOnlyList<CrdChange> changes)
    {
        var output = context.Output;
        foreach (var change in changes)
            if (!change.IsSame)
                output.Info($"{(change.Before is null ? '+' : '~')} {change.Path} ({change.Words})", change.Before is null ? Tone.Good : Tone.Notice);
            else if (output.Detailed)
                output.Info($"= {change.Path}", Tone.Faint);
        var same = changes.Count(static change => change.IsSame);
        var added = changes.Count(static change => change.Before is null);
        if (same == changes.Count)
        {
            output.Info($"up to date: {ChangeReport.Count(same, "definition")} in '{folder.Path}'");
            return;
        }
        output.Info($"{added} added, {changes.Count - added - same} replaced, {same} unchanged; the next build has their models, 'crds list' names them");
        var project = context.Host.ProjectFolder ?? context.Host.StartFolder;
        var root = RepositoryRoot.Find(context.Host.StartFolder)!;
        var byDefault = System.IO.Path.GetRelativePath(root, System.IO.Path.Combine(project, CrdFolder.DefaultName)).Replace('\\', '/');
        if (!TreePath.IsIn(folder.Path, byDefault))
            output.Info($"the build looks into '{byDefault}' by itself; for '{folder.Path}' the project needs <GitOpsCrd Include=\"{System.IO.Path.GetRelativePath(project, System.IO.Path.Combine(root, folder.Path)).Replace('\\', '/')}/*.yaml\" />", Tone.Notice);
    }

    private static bool HasErrors(List<Finding> findings) => findings.Exists(static finding => finding.Severity == FindingSeverity.Error);
}
