namespace GitOps;

/// <summary>Takes away what the command line and the rules file do not want to hear.</summary>
/// <param name="only">The rules that were asked for; <see langword="null"/>: all.</param>
internal sealed class FindingFilter(IReadOnlyList<Suppression> suppressions, RuleSelection? only)
{
    /// <summary>How many findings the rules file took.</summary>
    public int Suppressed { get; private set; }

    /// <summary>What is left, and a suggestion for each suppression without use.</summary>
    public List<Finding> Apply(IReadOnlyList<Finding> findings)
    {
        var left = new List<Finding>(findings.Count);
        var isUsed = new bool[suppressions.Count];
        foreach (var finding in findings)
        {
            var isSuppressed = false;
            for (var i = 0; i < suppressions.Count && CanBeSuppressed(finding.Id); i++)
                if (suppressions[i].Covers(finding)) isSuppressed = isUsed[i] = true;
            if (isSuppressed) Suppressed++;
            else if (only is null || only.Has(finding.Id)) left.Add(finding);
        }
        for (var i = 0; i < suppressions.Count; i++)
            if (!isUsed[i] && only is null)
                left.Add(new Finding(RuleIds.UnusedSuppression, FindingSeverity.Suggestion, $"nothing is suppressed by this entry ({suppressions[i].Written}) any more; take it out", suppressions[i].Place));
        return left;
    }

    /// <summary>The file cannot silence what is wrong with itself, nor a fault of ours.</summary>
    private static bool CanBeSuppressed(string id) => id is not (RuleIds.RulesFile or RuleIds.UnknownRule or RuleIds.InternalError);
}
