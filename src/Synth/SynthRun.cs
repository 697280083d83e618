namespace GitOps;

/// <summary>What a run found and did.</summary>
internal sealed record SynthResult(int ExitCode, IReadOnlyList<Finding> Findings)
{
    public TreeComparison? Comparison { get; init; }

    public WriteOutcome? Outcome { get; init; }
}

/// <summary>One run over a rendered plan: check everything, then write, or write nothing.</summary>
internal static class SynthRun
{
    /// <param name="write">Whether to write; else the disk is only read, and differences give exit code 1.</param>
    /// <param name="progress">Told how many of how many changes are written.</param>
    /// <param name="beforeWriting">Told all findings, sorted, once nothing speaks against writing.</param>
    public static SynthResult Run(
        IFileSystem disk,
        RenderResult rendered,
        SynthOptions options,
        bool write,
        Action<int, int>? progress = null,
        Action<IReadOnlyList<Finding>>? beforeWriting = null,
        CancellationToken cancellation = default)
    {
        var findings = new List<Finding>(rendered.Findings);
        if (rendered.Plan is not { } plan || HasErrors(findings)) return Failed(findings);
        try
        {
            findings.AddRange(PlanCheck.Run(disk, plan));
            if (HasErrors(findings)) return Failed(findings);
            using var theLock = write ? disk.TryLock() : null;
            if (write && theLock is null)
            {
                findings.Add(new Finding(RuleIds.AnotherSynthRuns, FindingSeverity.Error, "another synth is writing this repository; wait until it is done and try again"));
                return Failed(findings);
            }
            return Compare(disk, plan, options, write, findings, progress, beforeWriting, cancellation);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            findings.Add(new Finding(RuleIds.DiskRefused, FindingSeverity.Error, $"the disk refuses, nothing was written: {refusal.Message}"));
            return Failed(findings);
        }
    }

    private static SynthResult Compare(
        IFileSystem disk,
        TreePlan plan,
        SynthOptions options,
        bool write,
        List<Finding> findings,
        Action<int, int>? progress,
        Action<IReadOnlyList<Finding>>? beforeWriting,
        CancellationToken cancellation)
    {
        var comparison = TreeComparer.Compare(disk, plan, options);
        PlanCheck.CheckLinks(disk, plan, comparison.Disk, findings);
        var keeps = JudgeChanges(disk, comparison, findings);
        findings.AddRange(PruneGuard.Run(disk, plan, comparison, options));
        if (HasErrors(findings)) return Failed(findings) with { Comparison = comparison };
        if (!write) return Sorted(findings, comparison.IsUpToDate ? ExitCodes.Done : ExitCodes.Findings) with { Comparison = comparison };

        findings.Sort(FindingOrder.Compare);
        beforeWriting?.Invoke(findings);
        var outcome = TreeWriter.Write(disk, comparison, progress, cancellation);
        if (outcome.Refusal is not var (path, cause))
            return Sorted(findings, keeps ? ExitCodes.HandEditsKept : ExitCodes.Done) with { Comparison = comparison, Outcome = outcome };
        findings.Add(new Finding(RuleIds.DiskRefused, FindingSeverity.Error,
            $"the disk refused after {outcome.Written} of {comparison.Changes.Count} changes: {cause.Message.TrimEnd('.')}; every other file stands as it was, run synth again once the cause is gone",
            new FindingPlace(path)));
        return Failed(findings) with { Comparison = comparison, Outcome = outcome };
    }

    /// <summary>Gives whether edits by hand are kept.</summary>
    private static bool JudgeChanges(IFileSystem disk, TreeComparison comparison, List<Finding> findings)
    {
        var keeps = false;
        foreach (var change in comparison.Changes)
        {
            switch (change.Action)
            {
                case FileAction.InTheWay:
                    EditFindings.Add(findings, RuleIds.FileInTheWay, FindingSeverity.Error, disk, change, "stands in the way, and synth did not write it",
                        disk.Kind(change.Path) == DiskEntryKind.Folder ? "it is a folder: move it away" : "move it away, or take it over with --adopt");
                    break;
                case FileAction.KeepEdited:
                    keeps = true;
                    EditFindings.Add(findings, RuleIds.EditedByHand, FindingSeverity.Warning, disk, change, "was edited by hand and is kept",
                        $"take it into the C# with 'accept', or give it up with --overwrite {change.Path}");
                    break;
                case FileAction.KeepEditedOrphan:
                    keeps = true;
                    findings.Add(new Finding(RuleIds.OrphanEditedByHand, FindingSeverity.Warning,
                        $"'{change.Path}' is no longer planned, but was edited by hand and is kept; delete it, or let synth do so with --overwrite {change.Path}", new FindingPlace(change.Path)));
                    break;
                case FileAction.Update when change.Reason == ChangeReason.Adopted:
                    EditFindings.Add(findings, RuleIds.FileInTheWay, FindingSeverity.Suggestion, disk, change, "is taken over", "Git keeps what it said");
                    break;
                case FileAction.Update when change.Reason == ChangeReason.Overwritten:
                    EditFindings.Add(findings, RuleIds.EditedByHand, FindingSeverity.Suggestion, disk, change, "was edited by hand and is overwritten", "Git keeps what it said");
                    break;
            }
        }
        return keeps;
    }

    private static bool HasErrors(List<Finding> findings)
    {
        foreach (var finding in findings)
            if (finding.Severity == FindingSeverity.Error) return true;
        return false;
    }

    private static SynthResult Failed(List<Finding> findings) => Sorted(findings, ExitCodes.Findings);

    private static SynthResult Sorted(List<Finding> findings, int exitCode)
    {
        findings.Sort(FindingOrder.Compare);
        return new SynthResult(exitCode, findings);
    }
}
